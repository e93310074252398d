using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>Defines train(): an epoch of steps.</summary>
internal sealed class TrainFunctionCell : FunctionCell
{
    private Adam _optimizer = null!;

    public override string Id => "train-function";

    protected override string Function => "train";

    public override void Call() => Train(Net, _optimizer, Loaders.TrainLoader, Loaders.TrainN);

    protected override void MakeReady() => _optimizer = Session.Own(Adam(Net.parameters(), lr: .001, beta1: .9, beta2: .999));

    // <listing>
    private void Train(/*-*/Sequential model, Adam optimizer, Cells.Notebook.DataLoader trainLoader, long trainN/*-*/)
    {
        var loss = 0.0;
        var accuracy = /*-*/new BatchAccuracy(/*-*/0.0/*-*/)/*-*/;

        model.train();
        foreach (var (x, y) in /*-*/Walk(/*-*/trainLoader/*-*/)/*-*/)
        {
            var output = Model(x);
            optimizer.zero_grad();
            var batchLoss = LossFunction(output, y);
            batchLoss.backward();
            optimizer.step();

            loss += batchLoss.item<float>();
            accuracy += GetBatchAccuracy(output, y, trainN);
        }
        PrintLine("Train", loss, accuracy);
    }
    // </listing>
}
