using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Training;

namespace AslTutorial.Web.Tests.Runs;

public sealed class RunResultTests
{
    [Fact]
    public void Of_SeveralEpochs_LastAndTheRangeWithoutTheFirst()
    {
        double[] accuracies = [0.2, 0.9, 0.97, 0.94];

        var result = RunResult.Of([.. accuracies.Select((accuracy, epoch) => SampleRuns.Epoch(epoch, accuracy))]);

        result.ShouldBe(new(3, 0.94, 0.9, 0.97, 0.9958));
        result!.HasRange.ShouldBeTrue();
    }

    [Fact]
    public void Of_OneOrTwoEpochs_HasNoRangeToTell()
    {
        RunResult.Of([]).ShouldBeNull();
        RunResult.Of([SampleRuns.Epoch(0)])!.HasRange.ShouldBeFalse();
        RunResult.Of([SampleRuns.Epoch(0), SampleRuns.Epoch(1)])!.HasRange.ShouldBeFalse();
    }
}
