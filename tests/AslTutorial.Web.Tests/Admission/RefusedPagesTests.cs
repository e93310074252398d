using AslTutorial.Web.Admission;
using AslTutorial.Web.Confusions;
using AslTutorial.Web.Progress;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>What comes through a page that is open, while the site takes no changes or no more of them: refused, and the page says so.</summary>
public sealed class RefusedPagesTests
{
    private const string Learner = "ada";

    private readonly List<Refusal> _said = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryWriter_SiteIsOnlyToBeRead_ChangesNothingAndIsAnsweredOrTold()
    {
        await using var site = await TestSite.StartAsync();
        var run = ((RunStart.Accepted)await site.Runs.StartAsync(Learner, NotebookSite.Lesson, new(), Cancel)).Run;
        await site.TypeAsync("predict:batch-count", "answer", "858");
        await site.Exercises().CheckAsync(Learner, NotebookSite.Lesson, "dataset", new Dictionary<string, string?> { ["label"] = "'x'" }, types: true, "en", Cancel);
        var before = await KeptAsync(site, run.Id);
        site.Services.GetRequiredService<ReadOnlyMode>().IsOn = true;
        Caller.Current = OpenPage();

        foreach (var (name, answers) in Writers(site, run.Id))
        {
            _said.Clear();

            var isAnswered = await answers();

            (isAnswered || _said is [{ Reason: RefusalReason.ReadOnly }]).ShouldBeTrue(name);
        }

        site.Services.GetRequiredService<ReadOnlyMode>().IsOn = false;
        (await KeptAsync(site, run.Id)).ShouldBe(before);
    }

    [Fact]
    public async Task Hints_MoreThanALearnerMayAskFor_AreRefusedAndTheReaderIsToldForHowLong()
    {
        const int MoreThanTheBudget = 300;
        await using var site = await TestSite.StartAsync();
        Caller.Current = OpenPage();

        for (var i = 0; i < MoreThanTheBudget; i++)
        {
            await site.HintAsync("dataset");
        }

        _said.ShouldNotBeEmpty();
        _said.ShouldAllBe(refusal => refusal.Reason == RefusalReason.TooMuch && refusal.Seconds > 0);
        (await site.Exercises().AnswerAsync(Learner, NotebookSite.Lesson, "batch-count", "en", Cancel)).ShouldBeNull();
    }

    /// <summary>Each with a call that says whether its own answer tells the reader.</summary>
    private static IEnumerable<(string Name, Func<Task<bool>> Answers)> Writers(TestSite site, Guid run)
    {
        var (exercises, notebooks) = (site.Exercises(), site.Notebooks());
        yield return ("value", async () => await site.TypeAsync("dataset", "width", "27") is not null);
        yield return ("cell", async () => (await site.RunCellAsync("setup")).Message is not null);
        yield return ("restart", async () => await notebooks.RestartAsync(Learner, NotebookSite.Lesson, stopTraining: false, Cancel) is { After: null, Message: not null });
        yield return ("check", async () => (await exercises.CheckAsync(Learner, NotebookSite.Lesson, "dataset", null, types: false, "en", Cancel)).Refusal is not null);
        yield return ("hint", async () => await Silent(exercises.ShowHintAsync(Learner, NotebookSite.Lesson, "dataset", Cancel)));
        yield return ("solution", async () => await Silent(exercises.RevealAsync(Learner, NotebookSite.Lesson, "dataset", Cancel)));
        yield return ("prediction", async () => await Silent(exercises.AnswerAsync(Learner, NotebookSite.Lesson, "batch-count", "en", Cancel)));
        yield return ("consequence", async () => await Silent(exercises.ShowConsequenceAsync(Learner, NotebookSite.Lesson, "dataset", Cancel)));
        yield return ("section", async () => await Silent(site.Services.GetRequiredService<IReadingProgress>().AddAsync(Learner, NotebookSite.Lesson, ["dataset"], Cancel)));
        yield return ("confusion note", async () => await Silent(site.Services.GetRequiredService<IConfusionNotes>().KeepAsync(Learner, run, "Fists.", Cancel)));
        yield return ("run", async () => await site.Runs.StartAsync(Learner, NotebookSite.Lesson, new(Seed: 2), Cancel) is RunStart.Refused);
        yield return ("repeat", async () => await site.Runs.AgainAsync(Learner, run, Cancel) is RunStart.Refused);
        yield return ("name and note", async () => await site.Runs.ChangeAsync(Learner, run, new(Name: "steep", Note: "falls"), Cancel) is RunChanged.Refused);
        yield return ("steering", async () => await site.Runs.ChangeAsync(Learner, run, new(Paused: true), Cancel) is RunChanged.Refused);
        yield return ("delete", async () => await Silent(site.Runs.DeleteAsync(Learner, run, Cancel)));
        yield return ("cancel", async () => await Silent(site.Runs.CancelAsync(Learner, run, Cancel)));
    }

    private static async Task<bool> Silent(Task call)
    {
        await call;
        return false;
    }

    /// <summary>All that is kept of the learner, as the export has it.</summary>
    private static async Task<string> KeptAsync(TestSite site, Guid run)
    {
        var caller = Caller.Current;
        Caller.Current = null;
        var notebook = await site.OpenAsync();
        var exercise = await site.ExerciseAsync("dataset");
        var read = await site.Services.GetRequiredService<IReadingProgress>().ReadAsync(Learner, NotebookSite.Lesson, Cancel);
        var notes = await site.Services.GetRequiredService<IConfusionNotes>().ListAsync(Learner, Cancel);
        var runs = await site.Runs.ListAsync(Learner, cancel: Cancel);
        var view = await site.Runs.FindAsync(run, Cancel);
        Caller.Current = caller;
        return string.Join('\n', [
            string.Join(", ", notebook.Values.Select(value => $"{value.Key}={value.Value}").Order()),
            $"{notebook.Number} {exercise.Hints.Count} {exercise.IsRevealed} {exercise.Attempts} {(await site.QuestionAsync("batch-count")).Answer}",
            $"{read.Count} {notes.Count} {runs.Count} {view!.State} {view.Name} {view.Note} {view.Helm.IsPaused}",
        ]);
    }

    private Caller OpenPage() => new("192.0.2.7", Learner, IsKnown: true) { Say = _said.Add };
}
