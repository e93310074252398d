using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Exercises;

/// <summary>Puts a verdict and what executing the answer led to together.</summary>
internal static class ExerciseWork
{
    public static CheckedWork Of(
        ExerciseDefinition exercise,
        IReadOnlyDictionary<string, string> texts,
        Verdict verdict,
        ExecutedOutcome? outcome,
        Consequence? consequence,
        LessonCells cells,
        string language)
    {
        var explained = outcome is null
            ? new CheckedVerdict(verdict, ExecutedOutcome.Not(NotExecuted.None), null)
            : OutcomeWords.Explain(exercise, verdict, outcome, language, FactTexts.Of(outcome.Result));
        var view = ViewOf(verdict, cells);
        return new(texts, explained, view, consequence?.View == view ? consequence : null);
    }

    /// <summary>The numbers that the learner has given to names of the exercise, such as BATCH_SIZE.</summary>
    public static IReadOnlyDictionary<string, long>? Current(ExerciseDefinition exercise, NotebookValues values)
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

    /// <summary>What can be shown of an answer's damage: what its author says; of one nobody has foreseen, what it trains to.</summary>
    private static string? ViewOf(Verdict verdict, LessonCells cells) => verdict switch
    {
        { Mistake: { } mistake } => mistake.Outcome.View,
        { Status: VerdictStatus.Wrong, Request.Stage: var stage } => cells.Programs?.FindStage(stage)?.View,
        _ => null,
    };
}
