namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The greatest pixel of the training set.</summary>
internal sealed class MaxCell : DenseCell
{
    public override string Id => "max";

    protected override void Execute()
    {
        var xTrain = After<ImagesCell>().XTrain;

        // <listing>
        Show(xTrain.Max());
        // </listing>
    }
}
