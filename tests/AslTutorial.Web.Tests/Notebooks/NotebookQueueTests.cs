using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Notebooks;

public class NotebookQueueTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    [Fact]
    public async Task Run_SeveralAtOnce_TakeTurnsInOrder()
    {
        await using var trainer = await TrainerAsync();
        var (now, most) = (0, 0);
        trainer.OnCell = async order =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
            return Samples.Result(order.Cell);
        };

        // As "run all above" does: none waits for the other's answer.
        var answers = await Task.WhenAll(new[] { "setup", "load", "peek", "peek-shape" }.Select(cell => Site.RunCellAsync(cell)));

        answers.ShouldAllBe(answer => answer.Status == CellRunStatus.Done);
        most.ShouldBe(1);
        (await Site.OpenAsync()).Cells["peek-shape"].Count.ShouldBe(4);
    }

    [Fact]
    public async Task Run_ClickedTwiceWhileWaiting_CountsOnce()
    {
        await using var trainer = await TrainerAsync();
        var gate = Hold(trainer);
        var setup = Site.RunCellAsync("setup");
        await trainer.NextCellAsync();
        Task<CellExecution>[] clicks = [Site.RunCellAsync("load"), Site.RunCellAsync("load"), Site.RunCellAsync("load")];

        await Eventually.ShouldBeTrueAsync(
            async () => await Site.CellAsync("load") is { Phase: CellPhase.Waiting, Since: not null }, "it waits for its turn");
        (await Site.CellAsync("setup")).Phase.ShouldBe(CellPhase.Running);
        gate.SetResult();

        await setup;
        (await Task.WhenAll(clicks)).ShouldAllBe(answer => answer.Status == CellRunStatus.Done);
        (await Site.CellAsync("load")).Count.ShouldBe(2);
        (await Site.CellAsync("load")).Phase.ShouldBe(CellPhase.Idle);
        trainer.Cells.Reader.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_TooManyWaiting_IsBusy()
    {
        await using var site = await TestSite.StartAsync(("Notebooks:Waiting", "2"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var gate = Hold(trainer);
        var first = site.RunCellAsync("setup");
        await trainer.NextCellAsync();
        var waiting = new[] { site.RunCellAsync("load"), site.RunCellAsync("peek") };

        (await site.RunCellAsync("accuracy")).Status.ShouldBe(CellRunStatus.Busy);

        // Nobody who wants something else is held up by it.
        trainer.OnCell = order => Task.FromResult(Samples.Result(order.Cell));
        (await site.Notebooks().RunAsync("bob", "dense", "setup", TestContext.Current.CancellationToken)).Status.ShouldBe(CellRunStatus.Done);
        gate.SetResult();
        await first;
        (await Task.WhenAll(waiting)).ShouldAllBe(answer => answer.Status == CellRunStatus.Done);
    }

    [Fact]
    public async Task Interrupt_OneRunsOthersWait_AllEndAndTheNotebookGoesOn()
    {
        await using var trainer = await TrainerAsync();
        Hold(trainer);
        var running = Site.RunCellAsync("setup");
        var (id, _) = await trainer.NextCellAsync();
        var waiting = Site.RunCellAsync("load");

        await Site.Notebooks().InterruptAsync(Learner, NotebookSite.Lesson);

        (await running).Status.ShouldBe(CellRunStatus.Interrupted);
        (await waiting).Status.ShouldBe(CellRunStatus.Interrupted);
        (await trainer.Interrupts.Reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBe(id);
        trainer.OnCell = order => Task.FromResult(Samples.Result(order.Cell));
        (await Site.RunCellAsync("setup")).Status.ShouldBe(CellRunStatus.Done);
        (await Site.CellAsync("setup")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_CallerGone_GoesOnAndIsKept()
    {
        await using var trainer = await TrainerAsync();
        var gate = Hold(trainer);
        using var leaves = new CancellationTokenSource();
        var running = Site.Notebooks().RunAsync(Learner, NotebookSite.Lesson, "setup", leaves.Token);
        await trainer.NextCellAsync();

        await leaves.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        gate.SetResult();
        await Eventually.ShouldBeTrueAsync(async () => (await Site.CellAsync("setup")).Count == 1, "the run is kept");
    }

    [Fact]
    public async Task Watch_TwoTabs_BothAreToldAndOneThatLeftIsNot()
    {
        await using var trainer = await TrainerAsync();
        var (first, second, other) = (0, 0, 0);
        using var one = Site.Notebooks().Watch(Learner, NotebookSite.Lesson, () => Interlocked.Increment(ref first));
        var two = Site.Notebooks().Watch(Learner, NotebookSite.Lesson, () => Interlocked.Increment(ref second));
        using var faulty = Site.Notebooks().Watch(Learner, NotebookSite.Lesson, () => throw new InvalidOperationException("A faulty tab."));
        using var bob = Site.Notebooks().Watch(Other, NotebookSite.Lesson, () => Interlocked.Increment(ref other));

        await Site.TypeAsync("peek", "rows", "7");
        (first, second).ShouldBe((1, 1));
        two.Dispose();
        two.Dispose();
        await Site.RunCellAsync("setup");

        // It runs, and it is done.
        first.ShouldBe(3);
        (second, other).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Watch_AllLeftAndNothingRuns_NothingIsRemembered()
    {
        // It counts the notebooks of all.
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var open = site.Services.GetRequiredService<OpenNotebooks>();
        var watch = site.Notebooks().Watch("ada", NotebookSite.Lesson, () => { });
        await site.RunCellAsync("setup");
        await site.RunCellAsync("setup", "bob");

        await Eventually.ShouldBeTrueAsync(() => open.InUse == 1, "bob's is left");
        watch.Dispose();

        open.InUse.ShouldBe(0);
    }

    /// <summary>No cell ends before this is set.</summary>
    private static TaskCompletionSource Hold(FakeTrainer trainer)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        trainer.OnCell = async order =>
        {
            await gate.Task;
            return Samples.Result(order.Cell);
        };
        return gate;
    }
}
