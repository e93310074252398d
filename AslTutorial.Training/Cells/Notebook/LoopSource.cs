using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Cells;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>What "for x, y in word" walks, for a word that a learner wrote.</summary>
internal static class LoopSource
{
    private static readonly HashSet<string> Numbers =
        ["train_N", "valid_N", "IMG_HEIGHT", "IMG_WIDTH", "IMG_CHS", "BATCH_SIZE", "n_classes", "kernel_size", "flattened_size", "loss", "accuracy"];

    /// <summary>Assigned in the function, and not before the loop.</summary>
    private static readonly HashSet<string> Unbound = ["x", "y", "output"];

    private static readonly HashSet<string> Objects =
        ["model", "optimizer", "loss_function", "train_df", "valid_df", "frame", "batch", "first_x", "first_rows", "device", "MyDataset", "get_batch_accuracy"];

    /// <exception cref="PythonException">It cannot be walked, or not by pairs.</exception>
    /// <exception cref="CellFaultException">Python would take it, and it is not simulated.</exception>
    public static IEnumerable<Tensor[]> Open(Operand word, PythonFunctions functions, DataLoader train, DataLoader valid)
    {
        var value = word.Value;
        return value.Kind switch
        {
            CellValueKind.String when value.Text.Length > 0 =>
                throw new PythonException("ValueError", "not enough values to unpack (expected 2, got 1)"),
            CellValueKind.String => [],
            CellValueKind.Integer => throw NotIterable("int"),
            CellValueKind.Real => throw NotIterable("float"),
            CellValueKind.Boolean => throw NotIterable("bool"),
            _ => OpenName(value.Text, functions, train, valid),
        };
    }

    private static IEnumerable<Tensor[]> OpenName(string name, PythonFunctions functions, DataLoader train, DataLoader valid) => name switch
    {
        _ when functions.Has(name) => throw NotIterable("function"),
        "train_loader" => train,
        "valid_loader" => valid,
        "train_data" => Items(train.Dataset),
        "valid_data" => Items(valid.Dataset),
        "None" => throw NotIterable("NoneType"),
        _ when Numbers.Contains(name) => throw NotIterable("int"),
        _ when Unbound.Contains(name) => throw new PythonException(
            "UnboundLocalError", $"cannot access local variable '{name}' where it is not associated with a value"),
        _ when Objects.Contains(name) || PythonNames.IsEverywhere(name) => throw new CellFaultException(CellFaultCodes.Unsupported, $"a loop over {name} is not simulated"),
        _ => throw new PythonException("NameError", $"name '{name}' is not defined"),
    };

    private static IEnumerable<Tensor[]> Items(Dataset dataset)
    {
        for (var index = 0L; index < dataset.Count; index++)
        {
            var (x, y) = dataset[index];
            yield return [x, y];
        }
    }

    private static PythonException NotIterable(string type) => new("TypeError", $"'{type}' object is not iterable");
}
