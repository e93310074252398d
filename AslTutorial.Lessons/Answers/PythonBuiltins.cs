namespace AslTutorial.Lessons.Answers;

/// <summary>Names that Python has without an import: its functions and types. Exceptions are not among them.</summary>
internal static class PythonBuiltins
{
    private static readonly HashSet<string> Names =
    [
        "abs", "all", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod", "compile",
        "complex", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "filter", "float", "format", "frozenset", "getattr",
        "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list", "locals",
        "map", "max", "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "range", "repr",
        "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip",
        "__name__", "__import__", "Ellipsis", "NotImplemented",
    ];

    public static bool Contains(string name) => Names.Contains(name);
}
