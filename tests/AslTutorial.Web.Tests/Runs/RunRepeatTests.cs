using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

/// <summary>Runs that are repeated, and how the repeat stands beside the run.</summary>
public class RunRepeatTests
{
    private static readonly RunView Original = SampleRuns.Ended(RunState.Completed);
    private static readonly RunView Repeat = Original with { Id = Guid.NewGuid(), RepeatOf = Original.Id };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Compare_SameNumbersAndOtherTimes_IsExact()
    {
        var slower = Repeat with { Epochs = [.. Repeat.Epochs.Select(epoch => epoch with { Seconds = 99, TrainSeconds = 98 })] };

        RunRepeat.Compare(slower, Original).ShouldBe(new RunRepeat(Original.Id, 2, FirstDifference: null, SameSettings: true, SameDevice: true));
        RunRepeat.Compare(slower, Original).IsExact.ShouldBe(true);
    }

    [Theory]
    [InlineData(1e-15)]
    [InlineData(-0.1)]
    public void Compare_OneNumberDiffers_NamesTheFirstSuchEpoch(double by)
    {
        var other = Repeat with { Epochs = [Repeat.Epochs[0], Repeat.Epochs[1] with { ValidLossSum = Repeat.Epochs[1].ValidLossSum * (1 + by) }] };

        RunRepeat.Compare(other, Original).FirstDifference.ShouldBe(1);
        RunRepeat.Compare(other, Original).IsExact.ShouldBe(false);
    }

    [Fact]
    public void Compare_OtherDeviceOrSettings_SaysSo()
    {
        var elsewhere = Repeat with { Epochs = [Repeat.Epochs[0] with { Device = "CPU, 1 thread" }, Repeat.Epochs[1]] };
        var steered = Repeat with { Settings = Repeat.Settings with { Steering = new([new(0, 1, 0.01)]) } };

        RunRepeat.Compare(elsewhere, Original).SameDevice.ShouldBeFalse();
        RunRepeat.Compare(steered, Original).SameSettings.ShouldBeFalse();
        RunRepeat.Compare(Repeat with { Epochs = [] }, Original).IsExact.ShouldBeNull();
    }

    [Fact]
    public async Task AgainAsync_SomebodysRun_HasItsSettingsItsSeedAndItsSteering()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var settings = new TrainingSettings(ModelKind.Dense, Epochs: 3, BatchSize: 16, Seed: 9, TrainLimit: 64);
        var run = await site.BeginAsync("ada", settings);
        var lease = (await trainer.NextOrderAsync()).Lease;
        var steering = new RunSteering([new(0, 2, 0.01)]);
        await trainer.SteeredAsync(lease, new(steering, Paused: false, LastEpoch: null, Epoch: 0, Batch: 2));

        var again = (await site.Runs.AgainAsync("bob", run.Id, Cancel)).ShouldBeOfType<RunStart.Accepted>().Run;

        again.RepeatOf.ShouldBe(run.Id);
        again.Settings.ShouldBe(settings with { Steering = steering });
        (await site.Runs.OwnsAsync("bob", again.Id, Cancel)).ShouldBeTrue();
        (await site.Runs.AgainAsync("bob", Guid.NewGuid(), Cancel)).ShouldBeNull();
    }
}
