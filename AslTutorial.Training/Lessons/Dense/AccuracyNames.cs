using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;
using TorchSharp;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>What the names in a call of get_batch_accuracy stand for.</summary>
internal sealed class AccuracyNames(torch.Tensor output, torch.Tensor y, long n, LoadersCell loaders)
{
    private static readonly HashSet<string> Arrays = ["x_train", "x_valid", "y_train", "y_valid", "train_df", "valid_df"];

    private static readonly HashSet<string> Others =
        ["train_loader", "valid_loader", "train_data", "valid_data", "batch", "device", "optimizer", "loss_function", "MyDataset", "train", "validate", "get_batch_accuracy"];

    /// <summary>The local variable, null before it is assigned.</summary>
    public torch.Tensor? Pred { get; private set; }

    /// <summary>The local variable, null before it is assigned.</summary>
    public long? Correct { get; private set; }

    public torch.Tensor Note(torch.Tensor pred) => Pred = pred;

    public long Note(long correct)
    {
        Correct = correct;
        return correct;
    }

    /// <summary>The tensor of that name.</summary>
    /// <param name="method">The method that is called of it.</param>
    /// <exception cref="PythonException">There is none, or it is no tensor.</exception>
    public torch.Tensor Tensor(string method, Operand operand) => FindTensor(operand) ?? throw NoMethod(method, operand);

    /// <summary>What the count of right answers is divided by.</summary>
    public AccuracyDivisor Divisor(Operand operand)
    {
        if (FindTensor(operand) is { } tensor)
        {
            return new(double.NaN, tensor.shape);
        }

        return operand.Value.Kind switch
        {
            CellValueKind.Integer => new(operand.Value.Integer),
            CellValueKind.Real => new(operand.Value.Real),
            CellValueKind.Boolean => new(operand.Value.Boolean ? 1 : 0),
            CellValueKind.String => throw NoNumber("str"),
            _ when FindNumber(operand) is { } number => new(number),
            _ => operand.Source switch
            {
                "None" => throw NoNumber("NoneType"),
                "model" => throw NoNumber("Sequential"),
                _ => throw Unknown(operand),
            },
        };
    }

    private static PythonException NoNumber(string type) => new("TypeError", $"unsupported operand type(s) for /: 'int' and '{type}'");

    private torch.Tensor? FindTensor(Operand operand) => operand.Value.Kind != CellValueKind.Name ? null : operand.Source switch
    {
        "output" => output,
        "y" => y,
        "pred" => Pred ?? throw Unassigned("pred"),
        _ => null,
    };

    private long? FindNumber(Operand operand) => operand.Source switch
    {
        "N" => n,
        "correct" => Correct ?? throw Unassigned("correct"),
        "train_N" => loaders.TrainN,
        "valid_N" => loaders.ValidN,
        "BATCH_SIZE" => loaders.BatchSize,
        "input_size" => ImageSet.PixelsPerImage,
        "n_classes" => SignClasses.Count,
        "len(y)" or "len(output)" or "y.size(0)" or "len(pred)" => y.shape[0],
        _ => null,
    };

    private Exception NoMethod(string method, Operand operand)
    {
        if (operand.Value.Kind == CellValueKind.Name && operand.Source != "None")
        {
            return FindNumber(operand) is not null ? NoAttribute("int", method)
                : operand.Source == "model" ? NoAttribute("Sequential", method)
                : operand.Source is "train" or "validate" or "get_batch_accuracy" ? NoAttribute("function", method)
                : Unknown(operand);
        }

        return NoAttribute(
            operand.Value.Kind switch
            {
                CellValueKind.String => "str",
                CellValueKind.Integer => "int",
                CellValueKind.Real => "float",
                CellValueKind.Boolean => "bool",
                _ => "NoneType",
            },
            method);
    }

    private static Exception Unknown(Operand operand) => Arrays.Contains(operand.Source) || Others.Contains(operand.Source) || PythonNames.IsEverywhere(operand.Source)
        ? new CellFaultException(CellFaultCodes.Unsupported, $"what {operand.Source} does here is not simulated")
        : new PythonException("NameError", $"name '{operand.Source}' is not defined");

    private static PythonException NoAttribute(string type, string method) => new("AttributeError", $"'{type}' object has no attribute '{method}'");

    private static PythonException Unassigned(string name) =>
        new("UnboundLocalError", $"cannot access local variable '{name}' where it is not associated with a value");
}
