using System.Text.Json;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Tests.Contracts;

public sealed class RunSteeringTests
{
    private const double Initial = 0.001;

    private static readonly RunSteering Two = new([new(1, 5, 0.01), new(3, 0, 0.0001)]);

    [Theory]
    [InlineData(0, 0, 0.001)]
    [InlineData(1, 4, 0.001)]
    [InlineData(1, 5, 0.01)]
    [InlineData(2, 0, 0.01)]
    [InlineData(3, 0, 0.0001)]
    [InlineData(19, 7, 0.0001)]
    public void RateAt_ABatch_IsOfTheLastChangeByThen(int epoch, int batch, double rate) =>
        RunSteering.RateAt(Two, Initial, epoch, batch).ShouldBe(rate);

    [Fact]
    public void Change_InTheMiddle_DropsWhatWasPlannedForLater() =>
        RunSteering.Change(Two, Initial, 2, 1, 0.1).ShouldBe(new RunSteering([new(1, 5, 0.01), new(2, 1, 0.1)]));

    [Fact]
    public void Change_AtTheSameBatch_Replaces() =>
        RunSteering.Change(Two, Initial, 3, 0, 0.1).ShouldBe(new RunSteering([new(1, 5, 0.01), new(3, 0, 0.1)]));

    [Fact]
    public void Change_ToTheRateThatHolds_AddsNothing()
    {
        RunSteering.Change(null, Initial, 4, 2, Initial).ShouldBeNull();
        RunSteering.Change(Two, Initial, 1, 5, Initial).ShouldBeNull();
        RunSteering.Change(Two, Initial, 4, 2, 0.0001).ShouldBe(Two);
    }

    [Fact]
    public void Before_AnEpoch_HasTheEarlierChangesOnly()
    {
        RunSteering.Before(Two, 1).ShouldBeNull();
        RunSteering.Before(Two, 3).ShouldBe(new RunSteering([new(1, 5, 0.01)]));
        RunSteering.Before(Two, 4).ShouldBe(Two);
    }

    [Fact]
    public void Faults_SteeringOutOfOrderOrRange_IsNamed()
    {
        Fault(new(0, 1, 0.1), new(0, 1, 0.2)).ShouldContain("in their order");
        Fault(new(0, 1, 0.1), new(0, 0, 0.2)).ShouldContain("in their order");
        Fault(new RateChange(-1, 0, 0.1)).ShouldContain("from 0");
        Fault(new RateChange(0, 0, double.NaN)).ShouldContain("NaN");
        Fault(new RateChange(0, 0, 2)).ShouldContain("not 2");
        Fault().ShouldContain("from 1 to 200");
        new TrainingSettings(Steering: Two).Faults().ShouldBeEmpty();

        static string Fault(params RateChange[] changes) =>
            new TrainingSettings(Steering: new(changes)).Faults().Single(fault => fault.Field == "steering").Message;
    }

    [Fact]
    public void Settings_ThroughJson_AreTheSame()
    {
        var settings = new TrainingSettings(Steering: Two);

        JsonSerializer.Deserialize<TrainingSettings>(JsonSerializer.Serialize(settings)).ShouldBe(settings);
    }
}
