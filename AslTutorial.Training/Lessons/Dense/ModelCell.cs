using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons.Shared;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The dense net with what the learner wrote in it. Like Python it does not ask whether the sizes meet.</summary>
internal sealed class ModelCell : NetCell
{
    private Dictionary<string, long> _sizes = [];

    public override string Id => "model";

    protected override PythonNames Names => new(
        new Dictionary<string, long>(_sizes) { ["BATCH_SIZE"] = After<LoadersCell>().BatchSize },
        Unbound: [],
        Objects: ["train_df", "valid_df", "x_train", "x_valid", "y_train", "y_valid", "MyDataset", "train_data", "valid_data", "train_loader", "valid_loader", "train_N", "valid_N", "batch", "device"]);

    protected override void Execute()
    {
        var nn = new Layers(Id);

        // <listing>
        const int InputSize = 28 * 28;
        const int NClasses = 24;/*-*/ _sizes = new() { ["input_size"] = InputSize, ["n_classes"] = NClasses };/*-*/

        var model = nn.Sequential(
            nn.Flatten(),
            nn.Linear(Gap("inputs"), 512),
            /*-*/nn.Layer(/*-*/Gap("first_activation")/*-*/)/*-*/,
            nn.Linear(Gap("hidden"), 512),
            /*-*/nn.Layer(/*-*/Gap("second_activation")/*-*/)/*-*/,
            nn.Linear(512, Gap("outputs")),
            /*-*/nn.Layer(/*-*/GapArgument("after")/*-*/)/*-*/);
        // </listing>
        Model = Session.Own(model);
        foreach (var weights in model.parameters())
        {
            // Disposing a module does not dispose its parameters.
            Session.Own(weights);
        }

        Weights.Draw(model, Session.Generator);
        State(CellFactNames.Parameters, CellValue.Of(model.parameters().Sum(weights => weights.numel())));
        foreach (var fact in LayerWalk.Facts(model, After<LoadersCell>().BatchSize, InputSize))
        {
            State(fact.Name, fact.Value);
        }
    }

    /// <summary>What the listing calls nn: layers of what the learner wrote.</summary>
    private sealed class Layers(string cell)
    {
        public Sequential Sequential(params IEnumerable<nn.Module<Tensor, Tensor>?> layers) =>
            Try("model = nn.Sequential(", () => torch.nn.Sequential(layers.OfType<nn.Module<Tensor, Tensor>>()));

        public nn.Module<Tensor, Tensor> Flatten() => Try("nn.Flatten(),", () => torch.nn.Flatten());

        public nn.Module<Tensor, Tensor> Linear(Operand inputs, Operand outputs) => Try(
            $"nn.Linear({inputs.Source}, {outputs.Source}),", () => DenseLayers.Linear(inputs, outputs));

        public nn.Module<Tensor, Tensor> Layer(Operand layer) => Try($"{layer.Source},", () => DenseLayers.Make(layer));

        public nn.Module<Tensor, Tensor>? Layer(CallArgument? layer) => layer is null ? null : Layer(layer.Value);

        private T Try<T>(string statement, Func<T> make)
        {
            try
            {
                return make();
            }
            catch (PythonException error)
            {
                throw error.At(cell, "<module>", statement);
            }
        }
    }
}
