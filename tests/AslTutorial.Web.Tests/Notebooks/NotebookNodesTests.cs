using AslTutorial.Web.Exercises;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Notebooks.Owner;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Progress;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using AslTutorial.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Notebooks;

/// <summary>A learner's pages on two nodes.</summary>
public class NotebookNodesTests
{
    private static readonly NotebookKey Ada = new("ada", NotebookSite.Lesson);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_OnEitherNode_IsSeenAndToldOnTheOther()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(nodes.Second);
        var told = (First: 0, Second: 0);
        using var first = nodes.First.Notebooks().Watch("ada", NotebookSite.Lesson, () => Interlocked.Increment(ref told.First));
        await nodes.First.OpenAsync();
        using var second = nodes.Second.Notebooks().Watch("ada", NotebookSite.Lesson, () => Interlocked.Increment(ref told.Second));
        await nodes.Second.OpenAsync();

        await nodes.First.TypeAsync("peek", "rows", "7");
        await Eventually.ShouldBeTrueAsync(() => told.Second == 1, "the other node's page is told");
        (await nodes.Second.OpenAsync()).Values[("peek", "rows")].ShouldBe("7");

        // What a trainer of the second node printed goes to the first.
        (await nodes.Second.RunCellAsync("setup")).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(CellRunStatus.Done), answer => answer.Count.ShouldBe(1));
        await Eventually.ShouldBeTrueAsync(async () => (await nodes.First.CellAsync("setup")).Count == 1, "the first node has the run");
        var (there, here) = (await nodes.Second.CellAsync("setup"), await nodes.First.CellAsync("setup"));
        here.Outputs.Select(output => output.Text).ShouldBe(there.Outputs.Select(output => output.Text));
        here.Phase.ShouldBe(CellPhase.Idle);
        told.First.ShouldBeGreaterThanOrEqualTo(2, "it ran, and it was done");
        (await nodes.First.OpenAsync()).Number.ShouldBe((await nodes.Second.OpenAsync()).Number);
    }

    [Fact]
    public async Task Change_OfEveryKind_IsTheSameOnBothNodesAndInTheTables()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(nodes.Second);
        await nodes.First.OpenAsync();
        var (site, exercises) = (nodes.Second, nodes.Second.Exercises());
        await site.TypeAsync("peek", "rows", "9");
        await site.TypeAsync("dataset", "label", "'x'");
        await site.TypeAsync("dataset", "label", null);
        await site.RunCellAsync("setup");
        await site.CheckAsync("dataset", ("label", "'labels'"));
        await site.HintAsync("dataset");
        await exercises.RevealAsync("ada", NotebookSite.Lesson, "dataloader", Cancel);
        await exercises.CheckAsync("ada", NotebookSite.Lesson, "dataset", site.Definition("dataset").Answers(), types: true, "en", Cancel);
        await site.TypeAsync("predict:batch-count", "answer", "857");
        await exercises.AnswerAsync("ada", NotebookSite.Lesson, "batch-count", "en", Cancel);
        await site.Services.GetRequiredService<IReadingProgress>().AddAsync("ada", NotebookSite.Lesson, ["data"], Cancel);

        var notebooks = site.Services.GetRequiredService<OpenNotebooks>();
        await notebooks.ChangeAsync(Ada, new DamageShown("dataset", (await ContentAsync(site)).Exercises["dataset"].Last!.Id, [1, 2, 3]));
        await notebooks.ChangeAsync(Ada, new KernelBegun());

        var there = await ContentAsync(nodes.Second);
        there.Kernel.ShouldBe(1);
        await Eventually.ShouldBeTrueAsync(async () => (await ContentAsync(nodes.First)).Kernel == 1, "the last change is there");
        foreach (var here in new[]
        {
            await ContentAsync(nodes.First),
            await nodes.First.Services.GetRequiredService<NotebookStore>().ReadAsync(Ada, Cancel),
        })
        {
            (here.Kernel, here.Count).ShouldBe((there.Kernel, there.Count));
            here.Texts.ShouldBe(there.Texts, ignoreOrder: true);
            here.Read.ShouldBe(there.Read, ignoreOrder: true);
            here.Questions.ShouldBe(there.Questions, ignoreOrder: true);
            here.Runs["setup"].Result!.Outputs.Select(output => output.Text).ShouldBe(there.Runs["setup"].Result!.Outputs.Select(output => output.Text));
            foreach (var (id, progress) in there.Exercises)
            {
                (here.Exercises[id] with { Last = null }).ShouldBe(progress with { Last = null });
                (here.Exercises[id].Last?.Id, here.Exercises[id].Last?.Answers).ShouldBe((progress.Last?.Id, progress.Last?.Answers));
                (here.Exercises[id].Last?.Outcome ?? []).ShouldBe(progress.Last?.Outcome ?? []);
                (here.Exercises[id].Last?.Consequence ?? []).ShouldBe(progress.Last?.Consequence ?? []);
            }
        }

        there.Exercises["dataset"].ShouldSatisfyAllConditions(d => d.Attempts.ShouldBe(2), d => d.Hints.ShouldBe(1), d => d.SolvedAt.ShouldNotBeNull());
    }

    [Fact]
    public async Task Announcement_Missed_TheOwnerIsAskedOnce()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.First.TypeAsync("peek", "rows", "1");
        using var held = nodes.Second.Services.GetRequiredService<OpenNotebooks>().Hold(Ada);
        var known = await held.Notebook.OpenAsync(Cancel);
        var before = nodes.Calls(nameof(INotebookGrain.OpenAsync));

        // The node is told of the change after the next, and of the one after that.
        held.Notebook.Take(new(known.Home, known.Number + 2, known.Line, NotebookDelta.OfText("peek", "rows", "3")));
        await Eventually.ShouldBeTrueAsync(() => nodes.Calls(nameof(INotebookGrain.OpenAsync)) == before + 1, "it asks");
        (await held.Notebook.OpenAsync(Cancel)).Content.Texts[("peek", "rows")].ShouldBe("1", "what the owner says");
        await nodes.First.TypeAsync("peek", "rows", "2");
        await Eventually.ShouldBeTrueAsync(() => held.Notebook.Now!.Content.Texts[("peek", "rows")] == "2", "it is told as before");
        nodes.Calls(nameof(INotebookGrain.OpenAsync)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Run_OnBothNodes_TakesTurnsAndIsInterruptedFromTheOther()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var first = await FakeTrainer.ReadyAsync(nodes.First);
        await using var second = await FakeTrainer.ReadyAsync(nodes.Second);
        var (one, two) = (Hold(first), Hold(second));
        var setup = nodes.First.RunCellAsync("setup");
        await first.NextCellAsync();
        var load = nodes.Second.RunCellAsync("load");
        await Eventually.ShouldBeTrueAsync(async () => (await nodes.First.CellAsync("load")).Phase == CellPhase.Waiting, "it waits for the other node");
        var joined = nodes.First.RunCellAsync("load");
        second.Cells.Reader.Count.ShouldBe(0);
        await Eventually.ShouldBeTrueAsync(
            async () => (await NowAsync(nodes.First)).Line.Cells[1].Nodes.Length == 2, "both wait for it");

        one.SetResult();
        (await setup).Status.ShouldBe(CellRunStatus.Done);
        await second.NextCellAsync();
        (await nodes.Second.CellAsync("load")).Phase.ShouldBe(CellPhase.Running);
        two.SetResult();
        (await load).Count.ShouldBe(2);
        (await joined).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(CellRunStatus.Done), answer => answer.Count.ShouldBe(2), answer => answer.Result.ShouldNotBeNull());

        Hold(second);
        var peek = nodes.Second.RunCellAsync("peek");
        var (id, _) = await second.NextCellAsync();
        await Eventually.ShouldBeTrueAsync(async () => (await nodes.First.CellAsync("peek")).Phase == CellPhase.Running, "the first node sees it run");
        await nodes.First.Notebooks().InterruptAsync("ada", NotebookSite.Lesson);
        (await peek).Status.ShouldBe(CellRunStatus.Interrupted);
        (await second.Interrupts.Reader.ReadAsync(Cancel)).ShouldBe(id);
        await Eventually.ShouldBeTrueAsync(async () => (await nodes.First.CellAsync("peek")).Phase == CellPhase.Idle, "the line is empty");
    }

    [Fact]
    public async Task NodeLost_OwnerWasThere_TheOtherOpensItAgainWithAllThatWasKeptAndItsCellsGoOn()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var first = await FakeTrainer.ReadyAsync(nodes.First);
        await using var second = await FakeTrainer.ReadyAsync(nodes.Second);
        await nodes.Second.TypeAsync("peek", "rows", "7");
        using var watch = nodes.First.Notebooks().Watch("ada", NotebookSite.Lesson, () => { });
        var before = await nodes.First.OpenAsync();
        Hold(second);
        _ = nodes.Second.RunCellAsync("setup");
        await second.NextCellAsync();
        var own = nodes.First.RunCellAsync("setup");
        await Eventually.ShouldBeTrueAsync(async () => await WaitingAsync(nodes.First) == 2, "its own waits");

        await nodes.LoseSecondAsync();

        (await own).ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(CellRunStatus.Done), answer => answer.Count.ShouldBe(1));
        await nodes.First.TypeAsync("peek", "columns", "3");
        var after = await nodes.First.OpenAsync();
        after.Values[("peek", "rows")].ShouldBe("7");
        after.Number.ShouldBeGreaterThan(before.Number);
        (await NowAsync(nodes.First)).Home.SiloAddress.ShouldBe(TwoNodes.AddressOf(nodes.First));
        (await WaitingAsync(nodes.First)).ShouldBe(0);
    }

    [Fact]
    public async Task NodeLost_ItRanACell_TheNextHasItsTurn()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var first = await FakeTrainer.ReadyAsync(nodes.First);
        await using var second = await FakeTrainer.ReadyAsync(nodes.Second);
        await nodes.First.OpenAsync();
        Hold(second);
        _ = nodes.Second.RunCellAsync("setup");
        await second.NextCellAsync();
        var setup = nodes.First.RunCellAsync("setup");
        await Eventually.ShouldBeTrueAsync(async () => await WaitingAsync(nodes.First) == 2, "it waits");

        await nodes.LoseSecondAsync();

        (await setup).Status.ShouldBe(CellRunStatus.Done);
        (await WaitingAsync(nodes.First)).ShouldBe(0);
    }

    [Fact]
    public async Task Forget_WorkDeletedOnTheOtherNode_WhatIsOpenIsEmpty()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.First.TypeAsync("peek", "rows", "9");
        (await nodes.Second.OpenAsync()).Values.ShouldNotBeEmpty();

        await nodes.Second.Services.GetRequiredService<WorkDeleting>().DeleteAsync("ada", Cancel);

        (await nodes.Second.OpenAsync()).Values.ShouldBeEmpty();
        await Eventually.ShouldBeTrueAsync(async () => (await nodes.First.OpenAsync()).Values.Count == 0, "the other node reads the tables anew");
    }

    [Fact]
    public async Task Change_StorageFailsOnTheOwnersNode_IsAStorageFailureHereAndTheNextIsRight()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.First.TypeAsync("peek", "rows", "1");
        await nodes.Second.OpenAsync();
        await using var db = await nodes.First.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "NotebookValues" RENAME TO "Elsewhere" """, Cancel);

        var fault = await Should.ThrowAsync<IOException>(() => nodes.Second.TypeAsync("peek", "rows", "2"));

        StorageFailure.IsOne(fault).ShouldBeTrue();
        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Elsewhere" RENAME TO "NotebookValues" """, Cancel);
        (await nodes.Second.OpenAsync()).Values[("peek", "rows")].ShouldBe("1");
        await nodes.Second.TypeAsync("peek", "rows", "3");
        await Eventually.ShouldBeTrueAsync(async () => (await nodes.First.OpenAsync()).Values[("peek", "rows")] == "3", "it is told as before");
    }

    private static async Task<NotebookNow> NowAsync(TestSite site) => await site.Services.GetRequiredService<OpenNotebooks>().OpenAsync(Ada, Cancel);

    private static async Task<NotebookContent> ContentAsync(TestSite site) => (await NowAsync(site)).Content;

    private static async Task<int> WaitingAsync(TestSite site) => (await NowAsync(site)).Line.Cells.Length;

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
