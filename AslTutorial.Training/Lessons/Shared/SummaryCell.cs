using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim;

namespace AslTutorial.Training.Lessons.Shared;

/// <summary>Puts the model on the device, makes loss and optimizer, and prints the model.</summary>
internal sealed class SummaryCell : Cell
{
    public override string Id => "summary";

    public CrossEntropyLoss LossFunction { get; private set; } = null!;

    protected override void Execute()
    {
        var (original, device) = (After<NetCell>().Model, After<SetupCell>().Device);

        // <listing>
        var model = Compile(original.to(device));

        var lossFunction = CrossEntropyLoss();
        var optimizer = Adam(original.parameters(), lr: .001, beta1: .9, beta2: .999);

        Show(model);
        // </listing>
        LossFunction = Session.Own(lossFunction);
        Session.Own(optimizer);
    }

    private static OptimizedModule Compile(Module<Tensor, Tensor> model) => new(model);
}
