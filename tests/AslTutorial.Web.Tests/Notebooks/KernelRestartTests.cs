using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Notebooks;

/// <summary>When a restart is refused; <see cref="RealTrainerTests"/> has one that comes about.</summary>
public class KernelRestartTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kernel_NoneConnected_SaysNothing()
    {
        await using var site = await TestSite.StartAsync();

        (await site.Notebooks().KernelAsync(Cancel)).ShouldBe(new KernelState(null, null, null, null));
    }

    [Fact]
    public async Task Kernel_Connected_HasProcessMemoryDeviceAndTime()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);

        var kernel = await site.Notebooks().KernelAsync(Cancel);

        kernel.ProcessId.ShouldBe(trainer.ProcessId);
        kernel.MemoryBytes.ShouldBe(FakeTrainer.Memory);
        kernel.Device.ShouldBe(FakeTrainer.Device.Name);
        kernel.StartedAt.ShouldNotBeNull().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Restart_OnlyTrainersOfOtherMachines_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);

        await RefusedAsync(site);

        await site.RunAllAsync("setup");
    }

    [Fact]
    public async Task Restart_AnotherLearnerTrains_IsRefusedAndTheTrainingGoesOn()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await LocalAsync(site);
        await site.BeginAsync("bob");
        var lease = (await trainer.NextOrderAsync()).Lease;

        var refused = await RefusedAsync(site, stopTraining: true);

        refused.StopsTraining.ShouldBeFalse();
        trainer.Cancels.Reader.Count.ShouldBe(0);
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();
    }

    [Fact]
    public async Task Restart_OwnTraining_IsStoppedOnlyWhenAsked()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await LocalAsync(site);
        var run = await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await RefusedAsync(site)).StopsTraining.ShouldBeTrue();
        trainer.Cancels.Reader.Count.ShouldBe(0);

        var restarting = RefusedAsync(site, stopTraining: true);
        (await trainer.NextCancelAsync()).ShouldBe(lease);
        await trainer.EndAsync(lease, RunOutcome.Cancelled);
        await trainer.DescribeAsync(TrainerPhase.Idle);

        // There is no process here that could be replaced: the trainer goes on as it was.
        await restarting;
        (await site.ViewAsync(run.Id)).State.ShouldBe(RunState.Cancelled);
        await site.RunAllAsync("setup");
    }

    [Fact]
    public async Task Restart_OthersCellRuns_IsRefusedAndTheCellIsAnswered()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await LocalAsync(site);
        var gate = new TaskCompletionSource();
        trainer.OnCell = async order =>
        {
            await gate.Task;
            return Samples.Result(order.Cell);
        };
        var cell = site.RunCellAsync("setup", "bob");
        await trainer.NextCellAsync();

        await RefusedAsync(site);

        gate.SetResult();
        (await cell).Status.ShouldBe(CellRunStatus.Done);
    }

    [Fact]
    public async Task Restart_OwnCellRuns_IsInterrupted()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await LocalAsync(site);
        trainer.OnCell = _ => new TaskCompletionSource<CellResult>().Task;
        var cell = site.RunCellAsync("setup");
        await trainer.NextCellAsync();

        await RefusedAsync(site);

        (await cell).Status.ShouldBe(CellRunStatus.Interrupted);
    }

    [Fact]
    public async Task Restart_SeveralAndAnotherLearnerTrainsOnOne_TakesTheOther()
    {
        await using var site = await TestSite.StartAsync();
        await using var busy = await LocalAsync(site);
        await using var free = await LocalAsync(site, number: 2);
        await site.BeginAsync("bob");
        await busy.NextOrderAsync();

        var refused = await RefusedAsync(site);

        // There is no process here that could be replaced; which one it would have been shows.
        refused.Before.ProcessId.ShouldBe(free.ProcessId);
        refused.StopsTraining.ShouldBeFalse();
        (await site.RunCellAsync("setup")).Status.ShouldBe(CellRunStatus.Done);
    }

    [Fact]
    public async Task Restart_SeveralAndOneHoldsTheOwnTraining_MeansThatOne()
    {
        await using var site = await TestSite.StartAsync();
        await using var others = await LocalAsync(site);
        await site.BeginAsync("bob");
        await others.NextOrderAsync();
        await using var own = await LocalAsync(site, number: 2);
        await site.BeginAsync("ada");
        var lease = (await own.NextOrderAsync()).Lease;
        await using var free = await LocalAsync(site, number: 3);

        var asked = await RefusedAsync(site);
        asked.StopsTraining.ShouldBeTrue();
        asked.Before.ProcessId.ShouldBe(own.ProcessId);

        var restarting = RefusedAsync(site, stopTraining: true);
        (await own.NextCancelAsync()).ShouldBe(lease);
        await own.EndAsync(lease, RunOutcome.Cancelled);
        (await restarting).Before.ProcessId.ShouldBe(own.ProcessId);
        others.Cancels.Reader.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Restart_SeveralAndOthersTrainOnAll_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await using var first = await LocalAsync(site);
        await using var second = await LocalAsync(site, number: 2);
        await site.BeginAsync("bob");
        await site.BeginAsync("eve");
        await first.NextOrderAsync();
        await second.NextOrderAsync();

        (await RefusedAsync(site, stopTraining: true)).Message.ShouldNotBeNull().ShouldContain("training");

        first.Cancels.Reader.Count.ShouldBe(0);
        second.Cancels.Reader.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Restart_MoreThanMayBeAskedForAndNoChangesLeft_ChangesNothing()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await LocalAsync(site);
        await site.RunAllAsync("setup");
        Caller.Current = new Caller("192.0.2.7", "ada", IsKnown: true);
        var desk = site.Services.GetRequiredService<AdmissionDesk>();
        foreach (var cost in new[] { Cost.Restart, Cost.Change })
        {
            while (desk.Refuse(cost, "ada") is null)
            {
            }
        }

        await RefusedAsync(site);

        Caller.Current = null;
        (await site.CellAsync("setup")).Count.ShouldBe(1);
    }

    private static async Task<FakeTrainer> LocalAsync(TestSite site, int number = 1)
    {
        var trainer = await FakeTrainer.ReadyAsync(site);
        site.Services.GetRequiredService<TrainerRegistry>().SetLocal(trainer.AsLocal(number));
        return trainer;
    }

    private static async Task<KernelRestart> RefusedAsync(TestSite site, bool stopTraining = false)
    {
        var restart = await site.Notebooks().RestartAsync("ada", NotebookSite.Lesson, stopTraining, Cancel);
        restart.After.ShouldBeNull();
        restart.Message.ShouldNotBeNullOrWhiteSpace();
        return restart;
    }
}
