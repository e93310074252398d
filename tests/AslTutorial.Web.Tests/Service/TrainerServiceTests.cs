using AslTutorial.FaultyTrainer;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Service;
using AslTutorial.Web.Data;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Service;

public sealed class TrainerServiceTests
{
    private static readonly KitFaultException NoFolder = new(TrainerFault.Of(TrainerFaultCodes.TorchFolder), "The folder of torch libraries /srv/torch does not exist.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OrderedByTheSite_IsTrainedReportedAndDelivered()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit());
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 3));
        trainer.Kit.Epochs.Release(3);

        await site.ReachesAsync(run.Id, RunState.Completed);

        var view = await site.ViewAsync(run.Id);
        view.Epochs.ShouldBe([Samples.Epoch(0), Samples.Epoch(1), Samples.Epoch(2)]);
        using var client = site.Client();
        (await client.GetByteArrayAsync(new Uri($"/api/runs/{run.Id}/weights", UriKind.Relative), Cancel)).ShouldBe([42, 3]);
        var sheets = site.Services.GetRequiredService<IContactSheets>();
        await Eventually.ShouldBeTrueAsync(() => sheets.AddressOf("ab12", "valid") is not null, "the contact sheets are there");

        // And it is ready for the next one.
        var next = await site.BeginAsync("ada", new TrainingSettings(Epochs: 1));
        trainer.Kit.Epochs.Release();
        await site.ReachesAsync(next.Id, RunState.Completed);
    }

    [Fact]
    public async Task Cancel_InMidEpoch_StopsAndKeepsTheWeights()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit());
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 5));
        trainer.Kit.Epochs.Release();
        await EpochsAsync(site, run.Id, 1);

        await site.Runs.CancelAsync("ada", run.Id, Cancel);

        await site.ReachesAsync(run.Id, RunState.Cancelled);
        (await site.ViewAsync(run.Id)).HasWeights.ShouldBeTrue();
    }

    [Fact]
    public async Task Steer_ByTheOwner_ReachesTheTrainingAndIsKeptWithTheRun()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit { Steered = true });
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 1));
        await site.ReachesAsync(run.Id, RunState.Running);

        await site.Runs.ChangeAsync("ada", run.Id, new(LearningRate: 0.01), Cancel);
        await Eventually.ShouldBeTrueAsync(async () => (await site.ViewAsync(run.Id)).Settings.Steering is not null, "the change is stored");
        trainer.Kit.Epochs.Release();

        await site.ReachesAsync(run.Id, RunState.Completed);
        (await site.ViewAsync(run.Id)).Settings.Steering.ShouldBe(new RunSteering([new(0, 1, 0.01)]));
    }

    [Fact]
    public async Task ConnectionCut_InMidRun_GoesOnAndLosesNothing()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "30"));
        await using var trainer = new RunningService(site.Address, new FakeKit());
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 4));
        trainer.Kit.Epochs.Release();
        await EpochsAsync(site, run.Id, 1);

        CutConnections(site);
        trainer.Kit.Epochs.Release(3);

        await site.ReachesAsync(run.Id, RunState.Completed);
        var view = await site.ViewAsync(run.Id);
        view.Epochs.Select(e => e.Epoch).ShouldBe([0, 1, 2, 3]);
        view.Interruptions.ShouldBe(0);
        trainer.Kit.Trained.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task SiteRestarted_InMidRun_TheTrainerKeepsItsRunAndDeliversWhatItHas()
    {
        using var folder = new TestFolder();
        var site = TestSite.StartOn(folder);
        await using var trainer = new RunningService(site.Address, new FakeKit());
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 4));
        trainer.Kit.Epochs.Release();
        await EpochsAsync(site, run.Id, 1);
        var port = site.Address.Port;
        await site.DisposeAsync();

        // While the site is away, the training goes on.
        trainer.Kit.Epochs.Release(2);
        await Eventually.ShouldBeTrueAsync(() => trainer.Kit.Trained.Count == 3, "two more epochs are trained");
        await using var restarted = TestSite.StartOn(folder, port);
        await EpochsAsync(restarted, run.Id, 3);
        trainer.Kit.Epochs.Release();

        await restarted.ReachesAsync(run.Id, RunState.Completed);
        (await restarted.ViewAsync(run.Id)).Epochs.Select(e => e.Epoch).ShouldBe([0, 1, 2, 3]);
        trainer.Kit.Trained.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task RunGivenToAnother_MeanwhileAbandoned_AndTheTrainerIsFreeAgain()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "0"));
        await using var trainer = new RunningService(site.Address, new FakeKit());
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 2));
        await Eventually.ShouldBeTrueAsync(async () => (await site.ViewAsync(run.Id)).State == RunState.Running, "the trainer has the run");
        var leases = site.Services.GetRequiredService<RunLeases>();

        // The site gives the run up, and another trainer takes it before this one can claim it again.
        await leases.LostAsync(new RunLease(run.Id, 1), Cancel);
        var order = await leases.HandOutAsync(new("another node", "its key", FakeTrainer.Device, FakeTrainer.Data, Program: null), Cancel);
        order.ShouldNotBeNull().Lease.Fence.ShouldBe(2);

        await Eventually.ShouldBeTrueAsync(() => trainer.Log.Any(l => l.Contains("not this trainer's any more")), "the trainer gives up");
        (await site.ViewAsync(run.Id)).State.ShouldBe(RunState.Running);

        // Before that the epoch released below could be taken by the run that is being given up.
        await Eventually.ShouldBeTrueAsync(() => trainer.Log.Any(l => l.Contains("is done with")), "the trainer is done with the run");
        var next = await site.BeginAsync("bob", new TrainingSettings(Epochs: 1));
        trainer.Kit.Epochs.Release();
        await site.ReachesAsync(next.Id, RunState.Completed);
    }

    [Fact]
    public async Task TrainerEnds_AnotherComes_ResumesFromTheCheckpoint()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "0"));
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 3));
        await using (var first = new RunningService(site.Address, new FakeKit()))
        {
            first.Kit.Epochs.Release(2);
            await EpochsAsync(site, run.Id, 2);
        }

        await site.ReachesAsync(run.Id, RunState.Queued);
        await using var second = new RunningService(site.Address, new FakeKit());
        second.Kit.Epochs.Release();

        await site.ReachesAsync(run.Id, RunState.Completed);
        second.Kit.Resumed.ShouldHaveSingleItem().ShouldBe([2]);
        second.Kit.Trained.ShouldBe([2]);
        (await site.ViewAsync(run.Id)).Epochs.Select(e => e.Epoch).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task NewestCheckpointUnreadable_ResumesFromTheOneBefore()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "0"));
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 3));
        await using (var first = new RunningService(site.Address, new FakeKit()))
        {
            first.Kit.Epochs.Release();
            await EpochsAsync(site, run.Id, 1);
            first.Kit.Epochs.Release();
            await EpochsAsync(site, run.Id, 2);
        }

        await using var second = new RunningService(site.Address, new FakeKit { UnreadableCheckpoint = 2 });
        second.Kit.Epochs.Release(2);

        await site.ReachesAsync(run.Id, RunState.Completed);
        second.Kit.Resumed.Select(r => r![0]).ShouldBe([(byte)2, (byte)1]);
        second.Kit.Trained.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task WrongKey_KeepsTryingAndSaysSoOnce()
    {
        await using var site = await RefusingSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit(), "another-key-of-someone");

        // When it asks for the third time, it has told of the second answer, if it tells of it at all.
        await Eventually.ShouldBeTrueAsync(() => site.Asked > 2, "it asks again");

        trainer.Log.Count(l => l.Contains("refuses the key")).ShouldBe(1);
    }

    [Fact]
    public async Task TorchFault_IsShownByTheSiteWithoutItsPathAndToldInTheLog()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit { TorchFault = NoFolder });
        var directory = site.Services.GetRequiredService<ITrainerDirectory>();

        await Eventually.ShouldBeTrueAsync(
            () => directory.All is [{ Connected: true, Fault: { Code: TrainerFaultCodes.TorchFolder } fault, Description.Phase: TrainerPhase.Faulted }]
                && !fault.Text.Contains('/', StringComparison.Ordinal),
            "the site knows why");
        trainer.Log.ShouldContain(NoFolder.Message);
    }

    [Fact]
    public async Task TorchFault_PutRight_TrainsAfterAll()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit { TorchFault = NoFolder, FaultyDevices = 2 });
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 1));
        trainer.Kit.Epochs.Release();

        await site.ReachesAsync(run.Id, RunState.Completed);
        trainer.Log.Count(l => l == NoFolder.Message).ShouldBe(2);
        site.Services.GetRequiredService<ITrainerDirectory>().All.ShouldHaveSingleItem().Fault.ShouldBeNull();
    }

    [Fact]
    public async Task TorchFault_OfTheWholeProcess_EndsTheTrainerAfterAPause()
    {
        await using var site = await TestSite.StartAsync();
        var fault = new KitFaultException(TrainerFault.Of(TrainerFaultCodes.NoCudaDevice), "No device.", needsNewProcess: true);
        await using var trainer = new RunningService(site.Address, new FakeKit { TorchFault = fault });

        (await trainer.Ended.WaitAsync(TimeSpan.FromSeconds(30), Cancel)).ShouldBeTrue();
        trainer.Log.Count(l => l == "No device.").ShouldBe(1);
    }

    [Fact]
    public async Task DeviceLost_InARun_EndsTheProcessWithOneLineAndReportsNothing()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "0"));
        await using var trainer = new RunningService(site.Address, new FakeKit { TrainingFault = new LibtorchException("CUDA error: unspecified launch failure\nMore.") });
        var run = await site.BeginAsync("ada");

        await Eventually.ShouldBeTrueAsync(() => !trainer.ExitCodes.IsEmpty, "the process ends");

        trainer.ExitCodes.ShouldBe([TrainerExitCodes.DeviceLost]);
        trainer.Log.Count(l => l.Contains("unspecified launch failure", StringComparison.Ordinal)).ShouldBe(1);
        (await site.ViewAsync(run.Id)).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task OtherFault_InARun_FailsItWithoutPathsAndTheTrainerGoesOn()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit { TrainingFault = new IOException("Could not find file '/srv/secret/a.bin'.") });
        foreach (var learner in new[] { "ada", "bob" })
        {
            var run = await site.BeginAsync(learner);
            await site.ReachesAsync(run.Id, RunState.Failed);
            var failure = (await site.ViewAsync(run.Id)).Failure.ShouldNotBeNull();
            failure.Code.ShouldBe(RunFailureCodes.Internal);
            failure.Text.ShouldBe("The trainer failed: IOException: Could not find file 'a.bin'.");
        }

        trainer.ExitCodes.ShouldBeEmpty();
        trainer.Log.ShouldContain(l => l.Contains("/srv/secret/a.bin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CardMemory_IsToldWithTheDescription()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit { Card = new CardMemory(1, 2, 3) });
        var directory = site.Services.GetRequiredService<ITrainerDirectory>();

        await Eventually.ShouldBeTrueAsync(() => directory.All is [{ Description.Card: { OwnBytes: 1, UsedBytes: 2, TotalBytes: 3 } }], "the site knows the card");
        trainer.Kit.Card = new CardMemory(null, 4, 5);
        await Eventually.ShouldBeTrueAsync(() => directory.All is [{ Description.Card: { OwnBytes: null, UsedBytes: 4 } }], "and how it changes");
    }

    [Fact]
    public async Task DataFault_PutRight_TrainsAfterAll()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit { DataFault = new(TrainerFault.Of(TrainerFaultCodes.Data), "line 7: a label is 9"), FaultyLoads = 2 });
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 1));
        trainer.Kit.Epochs.Release();

        await site.ReachesAsync(run.Id, RunState.Completed);
        trainer.Log.Count(l => l == "line 7: a label is 9").ShouldBe(2);
    }

    private static Task EpochsAsync(TestSite site, Guid runId, int count) =>
        Eventually.ShouldBeTrueAsync(async () => (await site.ViewAsync(runId)).Epochs.Count >= count, $"{count} epochs are stored");

    private static void CutConnections(TestSite site)
    {
        var registry = site.Services.GetRequiredService<TrainerRegistry>();
        foreach (var trainer in registry.All)
        {
            registry.Find(trainer.Id)!.Abort();
        }
    }
}
