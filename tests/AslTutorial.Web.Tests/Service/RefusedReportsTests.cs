using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Service;

public sealed class RefusedReportsTests
{
    [Fact]
    public async Task ReportsThatTheSiteRefuses_EndTheAttemptAndAreNoCancellation()
    {
        await using var site = await TestSite.StartAsync(("Runs:MaxAttempts", "2"));
        await using var trainer = new RunningService(site.Address, new FakeKit { EpochsAhead = 5 });
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 20));
        trainer.Kit.Epochs.Release();

        await Eventually.ShouldBeTrueAsync(async () => (await site.ViewAsync(run.Id)).State.IsEnded(), "the run has ended", TimeSpan.FromSeconds(90));

        var view = await site.ViewAsync(run.Id);
        (view.State, view.Failure?.Code).ShouldBe((RunState.Failed, RunFailureCodes.TrainerLostTooOften));
        view.Epochs.ShouldBeEmpty();
    }
}
