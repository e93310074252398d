using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Cells;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>What model.word() does, for a word that a learner wrote.</summary>
internal static class ModelMode
{
    /// <summary>Methods of a module that do something else, or want arguments.</summary>
    private static readonly HashSet<string> Others =
    [
        "append", "apply", "bfloat16", "buffers", "children", "compile", "cpu", "cuda", "double", "extend", "float", "forward",
        "half", "insert", "modules", "named_buffers", "named_children", "named_modules", "named_parameters", "parameters", "pop",
        "requires_grad_", "share_memory", "state_dict", "to", "type", "zero_grad",
    ];

    /// <exception cref="PythonException">SyntaxError, AttributeError, TypeError.</exception>
    /// <exception cref="CellFaultException">Python would take it, and it is not simulated.</exception>
    public static void Call(nn.Module model, Operand word)
    {
        if (word.Value.Kind != CellValueKind.Name || word.Value.Text == "None")
        {
            throw new PythonException("SyntaxError", "invalid syntax");
        }

        switch (word.Value.Text)
        {
            case "train":
                model.train();
                break;
            case "eval":
                model.eval();
                break;
            case "training":
                throw new PythonException("TypeError", "'bool' object is not callable");
            case var other when Others.Contains(other) || other.StartsWith('_'):
                throw new CellFaultException(CellFaultCodes.Unsupported, $"model.{other}() is not simulated");
            case var unknown:
                throw new PythonException("AttributeError", $"'Sequential' object has no attribute '{unknown}'");
        }
    }
}
