using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>What keeps a cell from being run now, in the order in which a learner would come upon it.</summary>
internal static class CellBefore
{
    /// <param name="wasRun">Whether a cell has been run since the kernel began.</param>
    /// <returns>Null where nothing does.</returns>
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

            // It would be run with the default, while something else stands there.
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

    /// <summary>An exercise whose gaps may all be empty has been answered once there is something in one of them, or it was run like that.</summary>
    private static bool IsFilled(NotebookCell exercise, NotebookValues values, Func<string, bool> wasRun)
    {
        var gaps = exercise.Parameters.Where(NotebookCell.IsGap);
        return gaps.All(gap => values.Of(exercise, gap).Fault is null)
            && values.FindEmpty(exercise) is null
            && (values.HasAnyGap(exercise) || wasRun(exercise.Id));
    }
}
