using System.Net;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class TrainerKeysTests
{
    private const string First = "the-key-of-the-first-machine";
    private const string Second = "the-key-of-the-second-machine";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_TakenOutOfTheSettings_EndsItsConnectionAlone()
    {
        await using var site = await TestSite.StartAsync(("Trainer:Keys:first", First), ("Trainer:Keys:second", Second));
        await using var first = await FakeTrainer.ConnectAsync(site, First);
        await using var second = await FakeTrainer.ConnectAsync(site, Second);
        await first.DescribeAsync(TrainerPhase.Idle);
        await second.DescribeAsync(TrainerPhase.Idle);
        var directory = site.Services.GetRequiredService<ITrainerDirectory>();
        directory.All.Count.ShouldBe(2);

        var configuration = (IConfigurationRoot)site.Services.GetRequiredService<IConfiguration>();
        configuration["AslTutorial:Trainer:Keys:first"] = "another-key-of-the-first-machine";
        configuration.Reload();

        await Eventually.ShouldBeTrueAsync(() => directory.All.Count == 1, "the first is gone");
        directory.All.ShouldHaveSingleItem().Description!.ProcessId.ShouldBe(second.ProcessId);
        await Should.ThrowAsync<HttpRequestException>(() => FakeTrainer.ConnectAsync(site, First));
    }

    [Fact]
    public async Task Trainer_WithAnotherKey_IsNotTheLocalOneWhateverItSays()
    {
        await using var site = await TestSite.StartAsync(("Trainer:Keys:first", First));
        var registry = site.Services.GetRequiredService<TrainerRegistry>();
        await using var other = await FakeTrainer.ConnectAsync(site, First);
        registry.SetLocal(other.AsLocal());

        await other.DescribeAsync(TrainerPhase.Idle);

        registry.Locals().ShouldBeEmpty();
        registry.FindProcess(FakeTrainer.Machine, other.ProcessId).ShouldBeNull();
        registry.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Trainer_WithAnotherKey_HasNoSayInARunThatItWasNotGiven()
    {
        await using var site = await TestSite.StartAsync(("Trainer:Keys:first", First));
        var run = await site.BeginAsync("ada");
        await using var owner = await FakeTrainer.ReadyAsync(site);
        var order = await owner.NextOrderAsync();
        await using var other = await FakeTrainer.ConnectAsync(site, First);

        (await other.DescribeAsync(TrainerPhase.Busy, order.Lease)).ShouldBeFalse();
        (await other.EpochAsync(order.Lease, 0)).ShouldBeFalse();
        (await other.EndAsync(order.Lease)).ShouldBeFalse();
        (await other.PutWeightsAsync(order.Lease, [1])).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await owner.EpochAsync(order.Lease, 0)).ShouldBeTrue();
        (await site.ViewAsync(run.Id)).Epochs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Trainer_WithAnotherKey_HasNoSayAfterTheSiteWasStartedAgainEither()
    {
        using var folder = new TestFolder();
        RunLease lease;
        await using (var site = TestSite.StartOn(folder, settings: [("Trainer:Keys:first", First), ("Trainer:Keys:second", Second)]))
        {
            await site.BeginAsync("ada");
            await using var given = await FakeTrainer.ConnectAsync(site, First);
            await given.DescribeAsync(TrainerPhase.Idle);
            lease = (await given.NextOrderAsync()).Lease;
        }

        await using var restarted = TestSite.StartOn(folder, settings: [("Trainer:Keys:first", First), ("Trainer:Keys:second", Second)]);
        await using var other = await FakeTrainer.ConnectAsync(restarted, Second);
        (await other.DescribeAsync(TrainerPhase.Busy, lease)).ShouldBeFalse();
        await using var owner = await FakeTrainer.ConnectAsync(restarted, First);
        (await owner.DescribeAsync(TrainerPhase.Busy, lease)).ShouldBeTrue();

        (await other.EpochAsync(lease, 0)).ShouldBeFalse();
        (await other.EndAsync(lease)).ShouldBeFalse();
        (await other.PutWeightsAsync(lease, [1])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await owner.EpochAsync(lease, 0)).ShouldBeTrue();
        (await restarted.ViewAsync(lease.RunId)).Epochs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Trainer_ClaimsARunThatNobodyWasGiven_IsRefusedAndTheRunWaits()
    {
        await using var site = await TestSite.StartAsync(("Trainer:Keys:first", First));
        var run = await site.BeginAsync("ada");
        await using var other = await FakeTrainer.ConnectAsync(site, First);

        (await other.DescribeAsync(TrainerPhase.Busy, new RunLease(run.Id, 0))).ShouldBeFalse();

        (await site.ViewAsync(run.Id)).State.ShouldBe(RunState.Queued);
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Describe_Nonsense_IsOneSentenceAndNobodySeesIt(TrainerDescription description)
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ConnectAsync(site);

        var fault = await Should.ThrowAsync<HubException>(() => trainer.DescribeAsync(description));

        fault.Message.Length.ShouldBeLessThan(250);
        using var client = site.Client();
        (await client.GetStringAsync(new Uri("/health/live", UriKind.Relative), Cancel)).Length.ShouldBeLessThan(100);
        site.Services.GetRequiredService<ITrainerDirectory>().All.ShouldHaveSingleItem().Description.ShouldBeNull();
    }

    public static TheoryData<TrainerDescription> Nonsense()
    {
        var whole = new TrainerDescription("test", 1, TrainerPhase.Idle, FakeTrainer.Device, FakeTrainer.Data, null, null, 1);
        return
        [
            null!,
            whole with { Name = new string('x', 900_000) },
            whole with { Name = "two\nlines" },
            whole with { ProcessId = -1 },
            whole with { Phase = (TrainerPhase)77 },
            whole with { Device = new("quantum", "Q", 1) },
            whole with { Device = new("cpu", new string('x', 101), 1) },
            whole with { DataSet = new("something", 1, 1, "ab") },
            whole with { DataSet = FakeTrainer.Data with { Digest = "../../x" } },
            whole with { DataSet = FakeTrainer.Data with { TrainRows = -5 } },
            whole with { Fault = new string('x', 900_000), FaultCode = TrainerFaultCodes.Data },
            whole with { MemoryBytes = long.MinValue },
            whole with { Card = new(null, -1, 1) },
        ];
    }

    [Fact]
    public async Task Reports_OutOfRangeOrOrder_AreRefusedAndChangeNothing()
    {
        await using var site = await TestSite.StartAsync();
        var run = await site.BeginAsync("ada");
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var order = await trainer.NextOrderAsync();
        var epoch = Samples.Epoch(0);

        (await trainer.EpochAsync(order.Lease, Samples.Epoch(1))).ShouldBeFalse("the first comes first");
        foreach (var wrong in new[]
        {
            epoch with { ValidAccuracy = 1e300 }, epoch with { ValidAccuracy = 1.5 }, epoch with { TrainAccuracy = -0.1 }, epoch with { TrainLoss = double.NaN },
            epoch with { ValidLossSum = 1e300 }, epoch with { Seconds = -1 }, epoch with { Epoch = int.MaxValue }, epoch with { Epoch = -1 },
            epoch with { Device = new string('x', 5_000) },
        })
        {
            (await trainer.EpochAsync(order.Lease, wrong)).ShouldBeFalse();
        }

        (await site.ViewAsync(run.Id)).Epochs.ShouldBeEmpty();
        (await trainer.EpochAsync(order.Lease, epoch)).ShouldBeTrue();
        (await trainer.EpochAsync(order.Lease, Samples.Epoch(1))).ShouldBeTrue();
        (await trainer.EpochAsync(order.Lease, epoch)).ShouldBeTrue("again");

        (await trainer.EndAsync(order.Lease, RunOutcome.Failed, new("<script>", "line\n" + new string('x', 700_000), -7, int.MinValue))).ShouldBeTrue();
        var failure = (await site.ViewAsync(run.Id)).Failure.ShouldNotBeNull();
        failure.Code.ShouldBe(RunFailureCodes.Internal);
        failure.Text.Length.ShouldBeLessThanOrEqualTo(400);
        failure.Text.ShouldStartWith("line xxx");
        (failure.Epoch, failure.Batch).ShouldBe((null, null));
    }
}
