using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Contracts.Course;

/// <summary>What is executed twice, with an answer and with the right one, to make the damage of a mistake visible.</summary>
/// <param name="Name">As exercises have it: "training-curve".</param>
/// <param name="Stage">What is executed.</param>
/// <param name="Arguments">Values of the stage's program.</param>
/// <param name="OnlyGap">The one gap that the right answer differs in; null for all of them.</param>
public sealed record ViewDescription(string Name, string Stage, IReadOnlyList<CellArgument> Arguments, string? OnlyGap = null)
{
    /// <summary>The value of the stage's program, or 0 where it has none.</summary>
    public int Number(string name) => (int)(Arguments.FirstOrDefault(argument => argument.Name == name)?.Value.Integer ?? 0);
}
