namespace AslTutorial.Training.Cells.Notebook;

/// <summary>The names that are known where a learner's value is used, as Python would find them.</summary>
/// <param name="Values">Names with a value.</param>
/// <param name="Unbound">Local variables that have no value yet.</param>
/// <param name="Objects">Names of things a gap cannot hold, such as a table.</param>
internal sealed record PythonNames(
    IReadOnlyDictionary<string, long> Values,
    IReadOnlyCollection<string> Unbound,
    IReadOnlyCollection<string> Objects)
{
    /// <summary>What the first cell imports, and Python's own functions and types.</summary>
    private static readonly HashSet<string> Everywhere =
    [
        "np", "pd", "torch", "nn", "Adam", "DataLoader", "Dataset",
        "abs", "all", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod", "compile",
        "complex", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "filter", "float", "format", "frozenset", "getattr",
        "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list", "locals",
        "map", "max", "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "range", "repr",
        "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip",
        "__name__", "__import__", "Ellipsis", "NotImplemented",
    ];

    public static PythonNames None { get; } = new(new Dictionary<string, long>(), [], []);

    /// <summary>Whether a name stands for a thing that a gap cannot hold, so that it is no NameError.</summary>
    public bool HasObject(string name) => Objects.Contains(name) || IsEverywhere(name);

    /// <summary>Whether every cell knows a name.</summary>
    public static bool IsEverywhere(string name) => Everywhere.Contains(name);
}
