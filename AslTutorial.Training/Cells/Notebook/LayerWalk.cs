using AslTutorial.Training.Cells.Printing.Torch;
using AslTutorial.Training.Contracts.Cells;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>Sends a batch through a model layer by layer, so that the layer that breaks can be named.</summary>
internal static class LayerWalk
{
    /// <summary>The model's output.</summary>
    /// <exception cref="PythonException">A layer refused its input.</exception>
    public static Tensor Forward(Sequential model, Tensor batch, Action<int, Tensor> visit)
    {
        var layer = 0;
        foreach (var (_, module) in model.named_children())
        {
            var (input, forward) = (batch, (nn.Module<Tensor, Tensor>)module);
            batch = TorchErrors.Translate(() => forward.forward(input));
            visit(layer++, batch);
        }

        return batch;
    }

    /// <summary>
    /// The shape after every layer, and where and how the model breaks if it does. Tensors on the meta device have a
    /// shape and no numbers: the same checks, and no work.
    /// </summary>
    /// <param name="model">On the meta device.</param>
    /// <param name="shape">The batch's shape: images, channels, height, width.</param>
    public static IReadOnlyList<CellFact> Facts(Sequential model, params long[] shape)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var facts = new List<CellFact>();
        var reached = 0;
        try
        {
            Forward(model, empty(shape, device: META), (layer, output) =>
            {
                reached = layer + 1;
                facts.Add(new(CellFactNames.LayerShape(layer), CellValue.String(string.Join(" x ", output.shape.Skip(1)))));
                if (model[layer] is Flatten)
                {
                    facts.Add(new(CellFactNames.FlattenedSize, CellValue.Of(output.shape[1])));
                }
            });
        }
        catch (PythonException error)
        {
            var module = model.named_children().ElementAt(reached).module;
            facts.Add(new(CellFactNames.BrokenLayer, CellValue.Of(reached)));
            facts.Add(new(CellFactNames.BrokenLayerPrint, CellValue.String(ModulePrinter.Repr(module))));
            facts.Add(new(CellFactNames.BrokenError, CellValue.String($"{error.Type}: {error.Message}")));
        }

        return facts;
    }
}
