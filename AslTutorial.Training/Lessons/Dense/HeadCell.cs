using AslTutorial.Training.Lessons.Shared;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The first five rows of the training set's table.</summary>
internal sealed class HeadCell : DenseCell
{
    public override string Id => "head";

    protected override void Execute()
    {
        var trainDf = After<LoadCell>().TrainDf;

        // <listing>
        Show(trainDf.Head());
        // </listing>
    }
}
