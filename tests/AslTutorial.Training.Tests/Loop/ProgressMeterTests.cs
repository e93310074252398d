using AslTutorial.Training.Loop;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Training.Tests.Loop;

public sealed class ProgressMeterTests
{
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void IsDue_SteadyBatches_IsTrueTenTimesASecond()
    {
        var time = new FakeTimeProvider();
        var meter = new ProgressMeter(time, batches: 500, epochs: () => 1);
        meter.BeginEpoch(0);
        var reports = 0;
        for (var done = 1; done <= 500; done++)
        {
            time.Advance(Batch);
            if (meter.IsDue(done, done * 32))
            {
                meter.Report(done, done * 32, new(done, done, null));
                reports++;
            }
        }

        reports.ShouldBeInRange(95, 100);
    }

    [Fact]
    public void Report_FirstBatchSlow_DoesNotSpoilTheRates()
    {
        var time = new FakeTimeProvider();
        var meter = new ProgressMeter(time, batches: 100, epochs: () => 2);
        meter.BeginEpoch(0);
        time.Advance(TimeSpan.FromSeconds(3));
        meter.IsDue(1, 32).ShouldBeFalse();
        for (var done = 2; done <= 6; done++)
        {
            time.Advance(Batch);
        }

        meter.IsDue(6, 192).ShouldBeTrue();
        var report = meter.Report(6, 192, new(12, 96, null));

        report.ImagesPerSecond.ShouldBe(1600, 1e-6);
        report.TrainLoss.ShouldBe(2);
        report.TrainAccuracy.ShouldBe(0.5);

        // 194 batches of 20 ms are left, and two validations that nobody has seen yet.
        report.EtaSeconds.ShouldBeInRange(194 * 0.02, 194 * 0.02 * 1.3);
    }

    [Fact]
    public void Report_AfterAValidation_CountsItsTime()
    {
        var time = new FakeTimeProvider();
        var meter = new ProgressMeter(time, batches: 10, epochs: () => 3);
        meter.BeginEpoch(0);
        meter.IsDue(1, 32);
        meter.EndValidation(5);
        meter.BeginEpoch(1);
        time.Advance(TimeSpan.FromSeconds(1));

        var report = meter.Report(5, 160, new(1, 1, null));

        // 5 batches of this epoch and 10 of the next at .2 s, two validations of 5 s.
        report.EtaSeconds.ShouldBe(3 + 10, 1e-9);
    }
}
