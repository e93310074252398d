using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Exercises;

/// <summary>Puts stored work into words: judged anew, in the reader's language.</summary>
internal static class ExerciseWork
{
    public static ExerciseState State(
        ExerciseDefinition exercise, ExerciseWorkRecord? work, AttemptRecord? last, NotebookValues values, string language)
    {
        var attempts = work?.Attempts ?? 0;
        var hints = new HintState(exercise.Hints.Count, work?.Hints ?? 0, attempts > 0);
        return new(
            attempts,
            last is null ? null : Work(exercise, WorkJson.ReadAnswers(last.Answers), Outcome(last), WorkJson.ReadConsequence(last.Consequence), values, language),
            [.. hints.Visible(exercise.Hints).Select(hint => hint.In(language))],
            hints.Total,
            hints.CanShowNext,
            work?.SolvedAt is not null,
            work?.RevealedAt is not null);
    }

    public static CheckedWork Work(
        ExerciseDefinition exercise,
        IReadOnlyDictionary<string, string> texts,
        ExecutedOutcome? outcome,
        Consequence? consequence,
        NotebookValues values,
        string language)
    {
        var verdict = Judge(exercise, texts, values, language);
        var explained = outcome is null
            ? new CheckedVerdict(verdict, ExecutedOutcome.Not(NotExecuted.None), null)
            : OutcomeWords.Explain(exercise, verdict, outcome, language, FactTexts.Of(outcome.Result));
        var view = ViewOf(verdict, values.Cells);
        return new(texts, explained, view, consequence?.View == view ? consequence : null);
    }

    public static Verdict Judge(
        ExerciseDefinition exercise, IReadOnlyDictionary<string, string> texts, NotebookValues values, string language) =>
        ExerciseJudge.Judge(exercise, texts.ToDictionary(text => text.Key, text => (string?)text.Value), language, Current(exercise, values));

    /// <summary>What can be shown of an answer's damage: what its author says; of one nobody has foreseen, what it trains to.</summary>
    private static string? ViewOf(Verdict verdict, LessonCells cells) => verdict switch
    {
        { Mistake: { } mistake } => mistake.Outcome.View,
        { Status: VerdictStatus.Wrong, Request.Stage: var stage } => cells.Programs?.FindStage(stage)?.View,
        _ => null,
    };

    private static ExecutedOutcome? Outcome(AttemptRecord attempt) => WorkJson.ReadOutcome(attempt.Outcome);

    /// <summary>The numbers that the learner has given to names of the exercise, such as BATCH_SIZE.</summary>
    private static Dictionary<string, long>? Current(ExerciseDefinition exercise, NotebookValues values)
    {
        if (values.Cells.Find(exercise.Id) is not { } cell)
        {
            return null;
        }

        var current =
            from needed in cell.Upstream
            from parameter in needed.Parameters
            where !NotebookCell.IsGap(parameter) && exercise.Names.Values.ContainsKey(parameter.Name)
            let value = values.Of(needed, parameter).Value
            where value?.Kind == CellValueKind.Integer
            select (parameter.Name, value.Integer);
        return current.ToDictionary(item => item.Name, item => item.Integer);
    }
}
