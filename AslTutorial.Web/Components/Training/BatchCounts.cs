using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Training;

/// <summary>How many batches a run's loss sums go over: that of the function that trains, and that of the one that validates.</summary>
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
        var recipe = run.Settings.Recipe ?? TrainingRecipe.Lesson;
        return new(Walked(recipe.Learning), Walked(recipe.Measuring));

        int Walked(RecipeFunction function) =>
            Batches(function.Loader == RecipeLoader.Train ? trainRows : data.ValidRows, run.Settings.BatchSize);
    }

    private static int Batches(int rows, int size) => (rows + size - 1) / size;
}
