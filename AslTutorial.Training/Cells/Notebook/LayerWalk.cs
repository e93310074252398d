using AslTutorial.Training.Cells.Printing.Torch;
using AslTutorial.Training.Contracts.Cells;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>Sends a batch through a model layer by layer, so that the layer that breaks can be named.</summary>
internal static class LayerWalk
{
    /// <summary>The model's output.</summary>
    /// <param name="generator">For dropout masks, in training mode.</param>
    /// <param name="between">Called before every layer.</param>
    /// <exception cref="PythonException">A layer refused its input.</exception>
    public static Tensor Forward(Sequential model, Tensor batch, Generator generator, Action between)
    {
        foreach (var (_, layer) in model.named_children())
        {
            between();
            batch = layer is Dropout { training: true } dropout ? Drop(batch, dropout.p, generator) : Forward(layer, batch);
        }

        return batch;
    }

    /// <summary>The shape after every layer, and where and how the model breaks if it does.</summary>
    /// <param name="model">On the CPU.</param>
    /// <param name="batchSize">How many images the batch has that an error speaks of.</param>
    /// <param name="shape">One image: channels, height, width.</param>
    public static IReadOnlyList<CellFact> Facts(Sequential model, long batchSize, params long[] shape)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var facts = new List<CellFact>();
        var wasTraining = model.training;
        model.eval();
        var image = zeros([1, .. shape]);
        var count = 0;
        foreach (var (_, layer) in model.named_children())
        {
            if (Measure(layer, image, batchSize, out var output) is { } error)
            {
                facts.Add(new(CellFactNames.BrokenLayer, CellValue.Of(count)));
                facts.Add(new(CellFactNames.BrokenLayerPrint, CellValue.String(ModulePrinter.Repr(layer))));
                facts.Add(new(CellFactNames.BrokenError, CellValue.String($"{error.Type}: {error.Message}")));
                break;
            }

            image = output!;
            facts.Add(new(CellFactNames.LayerShape(count++), CellValue.String(string.Join(" x ", image.shape.Skip(1)))));
            if (layer is Flatten)
            {
                facts.Add(new(CellFactNames.FlattenedSize, CellValue.Of(image.shape[1])));
            }
        }

        model.train(wasTraining);
        return facts;
    }

    /// <summary>
    /// One image tells the shapes. Where it breaks, the layer gets a whole batch of it, so that PyTorch's text says what
    /// it would say in training; the batch is the one image seen many times, and takes no memory.
    /// </summary>
    private static PythonException? Measure(nn.Module layer, Tensor image, long batchSize, out Tensor? output)
    {
        output = null;
        try
        {
            output = Forward(layer, image);
            return null;
        }
        catch (PythonException)
        {
            try
            {
                _ = Forward(layer, image.expand([batchSize, .. image.shape.Skip(1)]));
            }
            catch (PythonException error)
            {
                return error;
            }

            throw;
        }
    }

    /// <summary>As torch's dropout, which would draw from the generator that the whole process shares.</summary>
    private static Tensor Drop(Tensor input, double p, Generator generator) =>
        input * empty_like(input).bernoulli_(1 - p, generator) / (1 - p);

    private static Tensor Forward(nn.Module layer, Tensor input) => TorchErrors.Translate(() => layer switch
    {
        // TorchSharp's Conv2d checks the channels itself, with a message that differs from PyTorch's.
        Conv2d conv => nn.functional.conv2d(
            input, conv.weight!, conv.bias, strides: conv.stride, padding: conv.padding, dilation: conv.dilation, groups: conv.groups),
        // Here too TorchSharp's message differs from PyTorch's.
        BatchNorm2d when input.dim() != 4 => throw new PythonException("ValueError", $"expected 4D input (got {input.dim()}D input)"),
        nn.Module<Tensor, Tensor> module => module.forward(input),
        _ => throw new NotSupportedException($"{layer.GetName()} takes no single tensor"),
    });
}
