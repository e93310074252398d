using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Tests.Components.Training;

public sealed class TrainingPhrasesTests
{
    [Theory]
    [InlineData("en", "CPU, 1 thread → CPU, 2 threads")]
    [InlineData("zh-CN", "CPU，1 线程 → CPU，2 线程")]
    public void Devices_GoneOnWithMoreThreads_NamesBothInTurn(string culture, string expected)
    {
        using var context = new PanelContext(culture);
        var run = SampleRuns.Running(3);
        run = run with { Epochs = [run.Epochs[0] with { Device = "CPU, 1 thread" }, .. run.Epochs.Skip(1)] };

        Phrases(context).Devices(run).ShouldBe(expected);
    }

    [Fact]
    public void Devices_OneOrNone_NamesItOrNothing()
    {
        using var context = new PanelContext();

        Phrases(context).Devices(SampleRuns.Running(3)).ShouldBe("CPU, 2 threads");
        Phrases(context).Devices(SampleRuns.Queued(1)).ShouldBeNull();
    }

    private static TrainingPhrases Phrases(PanelContext context) => new(context.Services.GetRequiredService<IStringLocalizer<TrainingTexts>>());
}
