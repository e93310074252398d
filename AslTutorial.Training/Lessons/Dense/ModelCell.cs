using AslTutorial.Training.Cells.Kernel;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The dense net with what the learner wrote in it. Like Python it does not ask whether the sizes meet.</summary>
internal sealed class ModelCell : Cell
{
    private Dictionary<string, long> _sizes = [];

    public override string Id => "model";

    public Sequential Model { get; private set; } = null!;

    protected override PythonNames Names => new(
        new Dictionary<string, long>(_sizes) { ["BATCH_SIZE"] = After<LoadersCell>().BatchSize },
        Unbound: [],
        Objects: ["train_df", "valid_df", "x_train", "x_valid", "y_train", "y_valid", "MyDataset", "train_data", "valid_data", "train_loader", "valid_loader", "train_N", "valid_N", "batch", "device"]);

    protected override void Execute()
    {
        // <listing>
        const int InputSize = 28 * 28;
        const int NClasses = 24;/*-*/ _sizes = new() { ["input_size"] = InputSize, ["n_classes"] = NClasses };/*-*/

        var model = Sequential(
            Flatten(),
            Linear(Gap("inputs"), 512),
            /*-*/Layer(/*-*/Gap("first_activation")/*-*/)/*-*/,
            Linear(Gap("hidden"), 512),
            /*-*/Layer(/*-*/Gap("second_activation")/*-*/)/*-*/,
            Linear(512, Gap("outputs")),
            /*-*/Layer(/*-*/GapArgument("after")/*-*/)/*-*/);
        // </listing>
        Model = Session.Own(model);
        foreach (var weights in model.parameters())
        {
            // A module that is disposed of leaves its parameters alive.
            Session.Own(weights);
        }

        Weights.Draw(model, Session.Generator);
        State(CellFactNames.Parameters, CellValue.Of(model.parameters().Sum(weights => weights.numel())));
        foreach (var fact in LayerWalk.Facts(model, After<LoadersCell>().BatchSize, InputSize))
        {
            State(fact.Name, fact.Value);
        }
    }

    private static Sequential Sequential(params IEnumerable<Module<Tensor, Tensor>?> layers) =>
        nn.Sequential(layers.OfType<Module<Tensor, Tensor>>());

    private Module<Tensor, Tensor> Linear(Operand inputs, Operand outputs) => Try(
        $"nn.Linear({inputs.Source}, {outputs.Source}),", () => DenseLayers.Linear(inputs, outputs));

    private Module<Tensor, Tensor> Layer(Operand layer) => Try($"{layer.Source},", () => DenseLayers.Make(layer));

    private Module<Tensor, Tensor>? Layer(CallArgument? layer) => layer is null ? null : Layer(layer.Value);

    private T Try<T>(string statement, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (PythonException error)
        {
            throw error.At(Id, "<module>", statement);
        }
    }
}
