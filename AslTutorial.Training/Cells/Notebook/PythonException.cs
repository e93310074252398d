using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>What Python would raise at this point, in its own words.</summary>
internal sealed class PythonException : Exception
{
    private readonly List<CellTraceLine> _trace = [];

    public PythonException(string type, string message)
        : base(message) => Type = type;

    /// <summary>"KeyError".</summary>
    public string Type { get; }

    /// <summary>The name of the operation that failed, or null.</summary>
    public string? Operation { get; private set; }

    public PythonException During(string operation)
    {
        Operation = operation;
        return this;
    }

    /// <summary>Adds the statement that led here, to be called from the innermost outwards.</summary>
    public PythonException At(string cell, string function, string statement)
    {
        _trace.Insert(0, new(cell, function, statement));
        return this;
    }

    public CellError ToError() => new(Type, Message, [.. _trace]);
}
