using System.Diagnostics.CodeAnalysis;

namespace AslTutorial.Training.Contracts.Cells;

/// <summary>What a learner may write; there is nothing else.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The kinds are named as the lesson names them.")]
public enum CellValueKind
{
    String,
    Integer,
    Real,
    Boolean,

    /// <summary>A bare word, looked up among the names the cell knows when the cell runs; never evaluated.</summary>
    Name,
}
