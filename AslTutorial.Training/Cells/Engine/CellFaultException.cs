using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Cells.Engine;

/// <summary>The cell cannot be run, for a reason that is not the learner's mistake.</summary>
internal sealed class CellFaultException(string code, string text, string? subject = null) : Exception(text)
{
    public CellFault Fault { get; } = new(code, text, subject);
}
