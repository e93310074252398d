namespace AslTutorial.Training.Loop.Pieces;

/// <summary>What every piece does between two meetings.</summary>
/// <param name="Name">For a benchmark.</param>
/// <param name="Work">Takes the number of the piece; called on its thread, under no_grad and in a dispose scope of the step.</param>
internal sealed record PiecePart(string Name, Action<int> Work);
