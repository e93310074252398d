using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Training;

/// <summary>Number of batches in a run's loss sums: of the training function and of the validating one.</summary>
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
