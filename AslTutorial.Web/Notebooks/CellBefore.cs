using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>Finds the first obstacle to running a cell now, in the order in which a learner meets them.</summary>
internal static class CellBefore
{
    /// <param name="wasRun">Whether a cell has been run since the kernel started.</param>
    /// <returns>Null if the cell can be run.</returns>
    public static CellExecution? Find(NotebookCell cell, NotebookValues values, Func<string, bool> wasRun)
    {
        foreach (var needed in cell.Before)
        {
            if (needed.IsExercise)
            {
                if (!IsFilled(needed, values, wasRun))
                {
                    return new(CellRunStatus.NeedsExercise, Missing: needed.Id);
                }
            }
            else if (!wasRun(needed.Id))
            {
                return new(CellRunStatus.NeedsCell, Missing: needed.Id);
            }

            // It would run with the default although something else is typed there.
            if (values.FindFault(needed) is { } before)
            {
                return new(CellRunStatus.BadValue, Missing: needed.Id, Faulty: (before.Name, values.TextOf(needed.Id, before.Name)));
            }
        }

        if (values.FindFault(cell) is { } faulty)
        {
            return new(CellRunStatus.BadValue, Faulty: (faulty.Name, values.TextOf(cell.Id, faulty.Name)));
        }

        return values.FindEmpty(cell) is null ? null : new(CellRunStatus.NeedsExercise, Missing: cell.Id);
    }

    /// <summary>If all gaps may be empty, the exercise counts as answered once one is filled or it was run with all empty.</summary>
    private static bool IsFilled(NotebookCell exercise, NotebookValues values, Func<string, bool> wasRun)
    {
        var gaps = exercise.Parameters.Where(NotebookCell.IsGap);
        return gaps.All(gap => values.Of(exercise, gap).Fault is null)
            && values.FindEmpty(exercise) is null
            && (values.HasAnyGap(exercise) || wasRun(exercise.Id));
    }
}
