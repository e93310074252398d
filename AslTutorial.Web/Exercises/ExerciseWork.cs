using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Exercises;

/// <summary>Combines a verdict with the result of executing the answer.</summary>
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

    /// <summary>The learner's own numbers for names in the exercise, such as BATCH_SIZE.</summary>
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

    /// <summary>The view that shows a mistake's effect: the author's for a known mistake, else that of the stage it was executed to.</summary>
    private static string? ViewOf(Verdict verdict, LessonCells cells) => verdict switch
    {
        { Mistake: { } mistake } => mistake.Outcome.View,
        { Status: VerdictStatus.Wrong, Request.Stage: var stage } => cells.Programs?.FindStage(stage)?.View,
        _ => null,
    };
}
