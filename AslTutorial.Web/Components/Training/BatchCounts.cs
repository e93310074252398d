using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Training;

/// <summary>How many batches a run's loss sums go over.</summary>
internal readonly record struct BatchCounts(int Train, int Valid)
{
    /// <summary>Null until the run's data set is known.</summary>
    public static BatchCounts? Of(RunView? run)
    {
        if (run?.DataSet is not { } data)
        {
            return null;
        }

        var trainRows = Math.Min(run.Settings.TrainLimit ?? data.TrainRows, data.TrainRows);
        return new(Batches(trainRows, run.Settings.BatchSize), Batches(data.ValidRows, run.Settings.BatchSize));
    }

    private static int Batches(int rows, int size) => (rows + size - 1) / size;
}
