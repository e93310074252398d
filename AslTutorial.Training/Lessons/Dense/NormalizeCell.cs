using AslTutorial.Training.Cells.Notebook;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>Does with both arrays what the learner wrote after their names; where nothing is written nothing is done.</summary>
internal sealed class NormalizeCell : DenseCell
{
    public override string Id => "normalize";

    public NdArray XTrain { get; private set; } = null!;

    public NdArray XValid { get; private set; } = null!;

    protected override PythonNames Names => new(
        new Dictionary<string, long>(), Unbound: [], Objects: ["train_df", "valid_df", "x_train", "x_valid", "y_train", "y_valid", "device"]);

    protected override void Execute()
    {
        var (xTrain, xValid) = (After<ImagesCell>().XTrain, After<ImagesCell>().XValid);

        // <listing>
        xTrain = /*-*/Apply("x_train", /*-*/xTrain/*-*/, xTrain, xValid,/*-*/ GapArgument("train")/*-*/)/*-*/;
        xValid = /*-*/Apply("x_valid", /*-*/xValid/*-*/, xTrain, xValid,/*-*/ GapArgument("valid")/*-*/)/*-*/;
        // </listing>
        (XTrain, XValid) = (xTrain, xValid);
    }

    private NdArray Apply(string name, NdArray array, NdArray xTrain, NdArray xValid, CallArgument? operation)
    {
        if (operation is not { Keyword: { } sign, Value: var operand })
        {
            return array;
        }

        try
        {
            return array.Apply(sign, operand.Source switch
            {
                "x_train.max()" => operand with { Value = xTrain.Max() },
                "x_train.min()" => operand with { Value = xTrain.Min() },
                "x_valid.max()" => operand with { Value = xValid.Max() },
                "x_valid.min()" => operand with { Value = xValid.Min() },
                _ => operand,
            });
        }
        catch (PythonException error)
        {
            throw error.At(Id, "<module>", $"{name} = {name} {sign} {operand.Source}");
        }
    }
}
