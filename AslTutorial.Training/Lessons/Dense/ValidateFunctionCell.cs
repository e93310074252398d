using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>Defines validate(): the same walk without a step.</summary>
internal sealed class ValidateFunctionCell : FunctionCell
{
    public override string Id => "validate-function";

    protected override string Function => "validate";

    public override void Call() => Validate(Net, Loaders.ValidLoader, Loaders.ValidN);

    // <listing>
    private void Validate(/*-*/Sequential model, Cells.Notebook.DataLoader validLoader, long validN/*-*/)
    {
        var loss = 0.0;
        var accuracy = /*-*/new BatchAccuracy(/*-*/0.0/*-*/)/*-*/;

        model.eval();
        using (no_grad())
        {
            foreach (var (x, y) in /*-*/Walk(/*-*/validLoader/*-*/)/*-*/)
            {
                var output = Model(x);
                loss += LossFunction(output, y).item<float>();
                accuracy += GetBatchAccuracy(output, y, validN);
            }
        }
        PrintLine("Valid", loss, accuracy);
    }
    // </listing>
}
