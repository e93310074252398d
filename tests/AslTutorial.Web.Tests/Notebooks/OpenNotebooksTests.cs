using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Notebooks;

public class OpenNotebooksTests(SharedSite shared)
{
    private readonly NotebookKey _key = new(Guid.NewGuid().ToString("n"), NotebookSite.Lesson);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OpenNotebooks Notebooks => shared.Site.Services.GetRequiredService<OpenNotebooks>();

    [Fact]
    public async Task KeepRun_CountsWithinTheKernel()
    {
        (await KeepAsync(kernel: 0, "setup")).ShouldBe(1);
        (await KeepAsync(kernel: 0, "load")).ShouldBe(2);
        (await KeepAsync(kernel: 0, "setup")).ShouldBe(3);

        foreach (var content in await BothAsync())
        {
            (content.Kernel, content.Count, content.CountOf("setup"), content.CountOf("load")).ShouldBe((0, 3, 3, 2));
            content.Runs["load"].Result!.Outputs.ShouldHaveSingleItem().Text.ShouldBe("load");
        }
    }

    /// <summary>As a page that is left and a key that is pressed say the same at once.</summary>
    [Fact]
    public async Task Change_SaidTwiceAtOnce_IsThereOnceEitherHasBeenAnswered()
    {
        for (var i = 0; i < 300; i++)
        {
            var text = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var answered = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Notebooks.ChangeAsync(_key, new ValueTyped("peek", "rows", text)), Cancel)));

            answered.Select(now => now.Content.Texts[("peek", "rows")]).ShouldBe([text, text, text]);
            (await Notebooks.OpenAsync(_key, Cancel)).Content.Texts[("peek", "rows")].ShouldBe(text);
        }
    }

    [Fact]
    public async Task KeepRun_BegunBeforeARestart_IsNotCountedInTheNewKernel()
    {
        await KeepAsync(kernel: 0, "setup");
        await RestartAsync();

        await KeepAsync(kernel: 0, "load");

        foreach (var content in await BothAsync())
        {
            (content.Kernel, content.Count, content.WasRun("load")).ShouldBe((1, 0, false));
            content.Runs["load"].Result.ShouldNotBeNull();
        }

        (await KeepAsync(kernel: 1, "setup")).ShouldBe(1);
    }

    [Fact]
    public async Task KeepRun_BesideARestart_NeverCountsIntoTheNewKernel()
    {
        for (var kernel = 0; kernel < 10; kernel++)
        {
            var begun = kernel;
            await KeepAsync(begun, "setup");
            await Task.WhenAll(Task.Run(() => KeepAsync(begun, "load"), Cancel), Task.Run(RestartAsync, Cancel));

            foreach (var content in await BothAsync())
            {
                (content.Kernel, content.Count).ShouldBe((begun + 1, 0));
            }
        }
    }

    [Fact]
    public async Task Change_OfEveryKind_IsInMemoryWhatTheTablesHave()
    {
        var site = shared.Site;
        var learner = _key.Learner;
        await site.TypeAsync("peek", "rows", "9", learner);
        await site.TypeAsync("dataset", "label", "'labels'", learner);
        await site.TypeAsync("dataset", "label", null, learner);
        await KeepAsync(kernel: 0, "setup");
        var exercises = site.Services.GetRequiredService<Web.Exercises.IExercises>();
        var answers = new Dictionary<string, string?> { ["label"] = "'labels'", ["channels"] = "1", ["width"] = "28", ["height"] = "28" };
        await exercises.CheckAsync(learner, NotebookSite.Lesson, "dataset", answers, types: true, "en", Cancel);
        await exercises.ShowHintAsync(learner, NotebookSite.Lesson, "dataset", Cancel);
        await exercises.RevealAsync(learner, NotebookSite.Lesson, "dataloader", Cancel);
        answers["label"] = "'label'";
        await exercises.CheckAsync(learner, NotebookSite.Lesson, "dataset", answers, types: true, "en", Cancel);
        await site.TypeAsync("predict:batch-count", "answer", "857", learner);
        await exercises.AnswerAsync(learner, NotebookSite.Lesson, "batch-count", "en", Cancel);
        await site.Services.GetRequiredService<Web.Progress.IReadingProgress>().AddAsync(learner, NotebookSite.Lesson, ["data", "model"], Cancel);

        var contents = await BothAsync();

        var (memory, tables) = (contents[0], contents[1]);
        memory.Texts.ShouldBe(tables.Texts, ignoreOrder: true);
        memory.Texts[("dataset", "label")].ShouldBe("'label'");
        memory.Read.ShouldBe(tables.Read, ignoreOrder: true);
        memory.Questions.ShouldBe(tables.Questions, ignoreOrder: true);
        memory.Runs.Keys.ShouldBe(tables.Runs.Keys, ignoreOrder: true);
        memory.Exercises.Keys.ShouldBe(["dataset", "dataloader"], ignoreOrder: true);
        foreach (var (id, progress) in memory.Exercises)
        {
            var stored = tables.Exercises[id];
            (stored with { Last = null }).ShouldBe(progress with { Last = null });
            (stored.Last?.Id, stored.Last?.Answers).ShouldBe((progress.Last?.Id, progress.Last?.Answers));
            (stored.Last?.Outcome ?? []).ShouldBe(progress.Last?.Outcome ?? []);
        }

        memory.Exercises["dataset"].ShouldSatisfyAllConditions(d => d.Attempts.ShouldBe(2), d => d.Hints.ShouldBe(1), d => d.SolvedAt.ShouldNotBeNull());
    }

    [Fact]
    public async Task Change_Fails_NothingIsToldAndTheNextIsRight()
    {
        await shared.Site.TypeAsync("peek", "rows", "9", _key.Learner);
        var told = 0;
        using var watch = Notebooks.Watch(_key, () => told++);

        await Should.ThrowAsync<IOException>(() => Notebooks.ChangeAsync(_key, new FailingChange()));

        told.ShouldBe(0);
        foreach (var content in await BothAsync())
        {
            content.Texts[("peek", "rows")].ShouldBe("9");
        }
    }

    [Fact]
    public async Task Watch_Changes_AreNumberedAndNoneIsMissed()
    {
        var numbers = new List<long>();
        using var held = Notebooks.Hold(_key);
        var first = (await held.Notebook.OpenAsync(Cancel)).Number;
        using var watch = held.Notebook.Watch(() => numbers.Add(held.Notebook.Now!.Number));

        for (var i = 1; i <= 5; i++)
        {
            await shared.Site.TypeAsync("peek", "rows", $"{i}", _key.Learner);
        }

        numbers.ShouldBe(Enumerable.Range(1, 5).Select(i => first + i));
        await shared.Site.TypeAsync("peek", "rows", "5", _key.Learner);
        numbers.Count.ShouldBe(5, "nothing has changed");
    }

    [Fact]
    public async Task Open_Unchanged_CellsAreTheSameObjectsAfterAnotherChange()
    {
        await KeepAsync(kernel: 0, "setup");
        var before = await shared.Site.OpenAsync(_key.Learner);

        await shared.Site.TypeAsync("peek", "rows", "9", _key.Learner);

        var after = await shared.Site.OpenAsync(_key.Learner);
        after.Number.ShouldBeGreaterThan(before.Number);
        after.Cells["setup"].ShouldBe(before.Cells["setup"]);
        after.Cells["setup"].Outputs.ShouldBeSameAs(before.Cells["setup"].Outputs);
    }

    [Fact]
    public async Task Forget_WorkDeleted_WhatIsOpenIsEmpty()
    {
        using var watch = Notebooks.Watch(_key, () => { });
        await shared.Site.TypeAsync("peek", "rows", "9", _key.Learner);

        await shared.Site.Services.GetRequiredService<WorkDeleting>().DeleteAsync(_key.Learner, Cancel);

        (await shared.Site.OpenAsync(_key.Learner)).Values.ShouldBeEmpty();
        await shared.Site.TypeAsync("peek", "rows", "9", _key.Learner);
        (await BothAsync()).ShouldAllBe(content => content.Texts.Count == 1);
    }

    [Fact]
    public void Hold_LeftForSomeTime_IsForgottenAndOneInUseStays()
    {
        var time = new FakeTimeProvider();
        var services = shared.Site.Services;
        var notebooks = new OpenNotebooks(services.GetRequiredService<NotebookLink>(), time, NullLogger<NotebookCopy>.Instance);
        using var used = notebooks.Hold(_key with { Lesson = "used" });
        NotebookCopy left;
        using (var held = notebooks.Hold(_key))
        {
            left = held.Notebook;
        }

        using (var again = notebooks.Hold(_key))
        {
            again.Notebook.ShouldBeSameAs(left, "whoever comes back finds it");
        }

        notebooks.InUse.ShouldBe(1);
        time.Advance(TimeSpan.FromMinutes(5));
        notebooks.Hold(_key with { Lesson = "other" }).Dispose();

        using var later = notebooks.Hold(_key);
        later.Notebook.ShouldNotBeSameAs(left);
        using var same = notebooks.Hold(_key with { Lesson = "used" });
        same.Notebook.ShouldBeSameAs(used.Notebook);
    }

    private sealed record FailingChange : NotebookChange
    {
        public override NotebookWrite? Decide(NotebookKey key, NotebookContent before) => async db =>
        {
            await NotebookWrites.TypeAsync(db, key, "peek", "rows", "10");
            throw new IOException("On purpose.");
        };
    }

    private async Task<int> KeepAsync(int kernel, string cell)
    {
        var run = new CellRun(kernel, 0, "fingerprint", "digest", 1, DateTimeOffset.UtcNow, new CellResult([CellOutput.Of(cell)], 1, []));
        return (await Notebooks.ChangeAsync(_key, new CellWasRun(cell, run))).Content.Runs[cell].Count;
    }

    private Task RestartAsync() => Notebooks.ChangeAsync(_key, new KernelBegun());

    /// <summary>As the owner has it, and as the tables do.</summary>
    private async Task<IReadOnlyList<NotebookContent>> BothAsync() =>
    [
        (await Notebooks.OpenAsync(_key, Cancel)).Content,
        await shared.Site.Services.GetRequiredService<NotebookStore>().ReadAsync(_key, Cancel),
    ];
}
