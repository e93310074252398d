using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The layers that a learner may write into the net.</summary>
internal static class DenseLayers
{
    /// <summary>More would take a trainer's memory for an answer that is wrong anyway.</summary>
    private const int LargestSize = 20_000;

    /// <exception cref="PythonException">What Python raises for it.</exception>
    /// <exception cref="CellFaultException">Python would take it, and it is not simulated.</exception>
    public static nn.Module<Tensor, Tensor> Make(Operand layer) => layer.Value is { Kind: CellValueKind.Name, Text: var text }
        ? MakeNamed(text, layer)
        : throw NoModule(layer.Value.Kind switch
        {
            CellValueKind.String => "str",
            CellValueKind.Integer => "int",
            CellValueKind.Real => "float",
            _ => "bool",
        });

    /// <exception cref="PythonException">A negative size, or a name nobody has defined.</exception>
    /// <exception cref="CellFaultException">What is no whole number, or one that is too large.</exception>
    public static nn.Module<Tensor, Tensor> Linear(Operand inputs, Operand outputs)
    {
        var (from, to) = (Size(inputs), Size(outputs));
        return from < 0 || to < 0
            ? throw new PythonException("RuntimeError", $"Trying to create tensor with negative dimension {Math.Min(from, to)}: [{to}, {from}]")
            : nn.Linear(from, to);
    }

    private static nn.Module<Tensor, Tensor> MakeNamed(string text, Operand layer) => text switch
    {
        "nn.ReLU()" => nn.ReLU(),
        "nn.LeakyReLU()" => nn.LeakyReLU(0.01),
        "nn.GELU()" => nn.GELU(),
        "nn.Sigmoid()" => nn.Sigmoid(),
        "nn.Tanh()" => nn.Tanh(),
        "nn.Identity()" => nn.Identity(),
        "nn.Softmax(dim=1)" or "nn.Softmax(1)" or "nn.Softmax(dim=-1)" or "nn.Softmax()" => nn.Softmax(1),
        "nn.LogSoftmax(dim=1)" or "nn.LogSoftmax(1)" or "nn.LogSoftmax(dim=-1)" => nn.LogSoftmax(1),
        "nn.ReLU" => throw NoModule("torch.nn.modules.activation.ReLU"),
        "nn.Softmax" => throw NoModule("torch.nn.modules.activation.Softmax"),
        "nn.relu()" or "nn.Relu()" or "nn.relu" or "nn.Relu" or "nn.RELU()" =>
            throw new PythonException("AttributeError", $"module 'torch.nn' has no attribute '{text[3..].TrimEnd('(', ')')}'"),
        "ReLU()" or "relu()" or "Softmax(dim=1)" or "Softmax()" => throw NotDefined(text[..text.IndexOf('(', StringComparison.Ordinal)]),
        _ when layer.Names.HasObject(text) || layer.Names.Values.ContainsKey(text) || text == "None" =>
            throw new CellFaultException(CellFaultCodes.Unsupported, $"{text} as a layer is not simulated"),
        _ => throw NotDefined(text),
    };

    private static long Size(Operand operand)
    {
        if (operand.Value.Kind is not (CellValueKind.Integer or CellValueKind.Name))
        {
            throw new CellFaultException(CellFaultCodes.Unsupported, $"what torch says of the size {operand.Source} is not simulated");
        }

        var size = operand.AsIndex();
        return System.Numerics.BigInteger.Abs(size) <= LargestSize
            ? (long)size
            : throw new CellFaultException(CellFaultCodes.Unsupported, $"a layer of {size} is not made here");
    }

    private static PythonException NoModule(string type) => new("TypeError", $"{type} is not a Module subclass");

    private static PythonException NotDefined(string name) => new("NameError", $"name '{name}' is not defined");
}
