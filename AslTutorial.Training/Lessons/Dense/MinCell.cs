namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The least pixel of the training set.</summary>
internal sealed class MinCell : DenseCell
{
    public override string Id => "min";

    protected override void Execute()
    {
        var xTrain = After<ImagesCell>().XTrain;

        // <listing>
        Show(xTrain.Min());
        // </listing>
    }
}
