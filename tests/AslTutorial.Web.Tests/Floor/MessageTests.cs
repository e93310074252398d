using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Floor;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace AslTutorial.Web.Tests.Floor;

/// <summary>What nodes say to each other arrives as it was sent.</summary>
public sealed class MessageTests(SharedSite shared)
{
    private static readonly RunLease Lease = new(Guid.Parse("11111111-2222-3333-4444-555555555555"), 3);

    private static readonly DateTimeOffset At = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    private static readonly RunView View = SampleRuns.Running(2) with
    {
        ExecutionId = Lease.RunId,
        IsShared = true,
        TrunkId = Guid.Parse("21111111-2222-3333-4444-555555555555"),
        TrunkEpochs = 1,
        Steering = new(IsPaused: true, FreesAt: DateTimeOffset.UnixEpoch, WantedRate: 0.01, StopsAfterEpoch: true),
        Name = "ASL \u2713 \u8bad\u7ec3",
        DataSet = FakeTrainer.Data,
    };

    public static TheoryData<string> Names => [.. Messages.Keys];

    private static Dictionary<string, object> Messages { get; } = new object[]
    {
        new RunWish(Lease.RunId, "ada", "cnn", new TrainingSettings(Epochs: 3, LearningRate: 0.1, Steering: new([new(1, 2, 0.5)])), Lease.RunId, true, "10.0.0.0/24", true),
        new RunStart.Accepted(View),
        new RunStart.Invalid([new("epochs", "too many")]),
        new RunStart.OverQuota(3, true),
        new RunStart.NoRoom(),
        new RunChanged.Accepted(View),
        new RunChanged.QueueFull(7),
        new RunChanged.NotOwner(),
        new RunChange(LearningRate: 0.25, Paused: true, Name: "n", ShowAll: false),
        new RunSnapshot(View, [new(1, 2, 3, 0.5, 0.25, 100, 7)], new(1, 2, 3, 0.5, 0.25, 100, 7)),
        new WatchedEvent(7, new RunEvent.Batch(Lease.RunId, new(1, 2, 3, 0.5, 0.25, 100, 7))),
        new WatchedEvent(8, new RunEvent.Epoch(Lease.RunId, View.Epochs[0])),
        new WatchedEvent(9, new RunEvent.Changed(Lease.RunId, View)),
        new TrainerOffer("node", "key", FakeTrainer.Device, FakeTrainer.Data, "1.2.3"),
        new RunOrder(Lease, new TrainingSettings(Seed: 5), true, 4),
        new ClaimedRun(new SteerOrder(0.5, Paused: true, StopAfterEpoch: true), true),
        new NodeReport("node", [new("local", true, new("machine", 7, TrainerPhase.Idle, FakeTrainer.Device, FakeTrainer.Data, Lease, null, 1 << 20), 2, TrainerFault.Of(TrainerFaultCodes.Hung), DeviceChoice.CudaCard(1))], [Lease], FakeTrainer.Data, null, new(new([1, 2], At), new(IsOn: true, At), [new("192.0.2.1", At, At)])),
        new ConfusionMatrix([.. Enumerable.Range(0, SignClasses.Count * SignClasses.Count)]),
        new RunEnd(RunOutcome.Failed, new RunFailure(RunFailureCodes.Internal, "why", 1, 2)),
        new SteeredRun(new([new(1, 2, 0.5)]), Paused: true, LastEpoch: 4, Epoch: 1, Batch: 2),
        new CellExecution(CellRunStatus.NoTrainer, WasLost: true),
        new LookOrder(LookView.Whole) { Image = 3 },
        new LookOutcome.File([1, 2, 3]),
        new LookOutcome.NotYet(0.5),
        new LookOutcome.NoTrainer(),
    }.Select((message, at) => (message, at)).ToDictionary(one => $"{one.at} {one.message.GetType().Name}", one => one.message);

    [Theory]
    [MemberData(nameof(Names))]
    public void Message_SentToAnotherNode_ArrivesAsItWas(string name)
    {
        var message = Messages[name];
        var serializer = shared.Site.Services.GetRequiredService<Serializer>();

        var arrived = serializer.Deserialize<object>(serializer.SerializeToArray<object>(message));

        arrived.ShouldNotBeSameAs(message);
        arrived.ShouldBeOfType(message.GetType());
        Told(arrived).ShouldBe(Told(message));
    }

    /// <summary>All that it says, whichever kind of list has it.</summary>
    private static string Told(object? message) => message switch
    {
        WatchedEvent news => $"{news.Watch} {news.Happening.GetType().Name} {JsonSerializer.Serialize(news.Happening, news.Happening.GetType())}",
        _ => JsonSerializer.Serialize(message, message!.GetType()),
    };
}
