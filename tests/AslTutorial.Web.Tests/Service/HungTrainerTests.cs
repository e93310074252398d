using System.Net;
using System.Text;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Service;

/// <summary>The real trainer in a process of its own, which is stopped by a signal, or whose training stands still.</summary>
public sealed class HungTrainerTests : IDisposable
{
    private const int Epochs = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly FaultyTrainer _trainer = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopped_InMidRun_IsReplacedAndToldAndTheRunGoesOn()
    {
        _trainer.Set(FaultyTrainer.Slow);
        await using var site = await TestSite.StartAsync([.. _trainer.Settings, ("Trainer:SilenceSeconds", "5")]);
        using var client = site.Client();
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: Epochs));
        await UntilAsync(async () => (await site.ViewAsync(run.Id)).Epochs.Count >= 2, "two epochs are done");
        var stopped = Local(site).Description!.ProcessId;

        Signals.Send(stopped, "STOP");

        await UntilAsync(() => Local(site).Fault?.Code == TrainerFaultCodes.Hung, "it is told that it does not respond");
        using (var body = new StringContent("", Encoding.UTF8, "application/json"))
        using (var refused = await client.PostAsync(new Uri("/api/lessons/cnn/cells/setup/run", UriKind.Relative), body, Cancel))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("没有响应");
        }

        await UntilAsync(() => !Signals.IsAlive(stopped), "the stopped process is gone");
        await UntilAsync(() => Local(site) is { Connected: true, Fault: null, Description.ProcessId: var now } && now != stopped, "another has taken its place");
        await UntilAsync(async () => (await site.ViewAsync(run.Id)).State == RunState.Completed, "the run has gone on to its end");
        var view = await site.ViewAsync(run.Id);
        view.Interruptions.ShouldBe(1);
        view.Epochs.Select(epoch => epoch.Epoch).ShouldBe(Enumerable.Range(0, Epochs));
        Local(site).Restarts.ShouldBe(1);
    }

    [Fact]
    public async Task RunStandsStill_WhileTheProcessAnswers_IsReplacedAndTheRunGoesOn()
    {
        _trainer.Set(FaultyTrainer.Stalls);
        await using var site = await TestSite.StartAsync([.. _trainer.Settings, ("Trainer:StallSeconds", "2")]);
        var run = await site.BeginAsync("ada");

        await UntilAsync(async () => (await site.ViewAsync(run.Id)).State == RunState.Completed, "a new process has trained the run");

        (await site.ViewAsync(run.Id)).Interruptions.ShouldBe(1);
    }

    [Fact]
    public async Task Silent_ConnectedAndAnsweringWhenAsked_StaysAndIsUsed()
    {
        await using var site = await TestSite.StartAsync(("Trainer:SilenceSeconds", "1"));
        // Knows no ping, as an older trainer, and says nothing of its own accord.
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var link = site.Services.GetRequiredService<TrainerRegistry>().First().ShouldNotBeNull();
        var words = link.Words;

        await UntilAsync(() => link.Words >= words + 2, "it was asked twice and has answered");
        link.IsSilent.ShouldBeFalse();

        (await site.Services.GetRequiredService<ICellOrders>().RunAsync(new("cnn", "setup", []), Cancel)).Result.ShouldNotBeNull();
        site.Services.GetRequiredService<ITrainerDirectory>().All.ShouldHaveSingleItem().Connected.ShouldBeTrue();
    }

    public void Dispose() => _trainer.Dispose();

    private static TrainerStatus Local(TestSite site) => site.Services.GetRequiredService<ITrainerDirectory>().All.Single(t => t.Id == "local");

    private static Task UntilAsync(Func<bool> condition, string what) => Eventually.ShouldBeTrueAsync(condition, what, Patience);

    private static Task UntilAsync(Func<Task<bool>> condition, string what) => Eventually.ShouldBeTrueAsync(condition, what, Patience);
}
