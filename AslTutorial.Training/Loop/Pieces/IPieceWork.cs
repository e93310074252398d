namespace AslTutorial.Training.Loop.Pieces;

/// <summary>What the pieces of a batch do to make a training step.</summary>
internal interface IPieceWork : IDisposable
{
    IReadOnlyList<PiecePart> Parts { get; }

    /// <summary>Names the batch that the parts are to work on.</summary>
    void Begin(PieceBatch batch);
}

/// <summary>What every piece does between two meetings.</summary>
/// <param name="Name">For a benchmark.</param>
/// <param name="Work">Takes the number of the piece; called on its thread, under no_grad and in a dispose scope of the step.</param>
internal sealed record PiecePart(string Name, Action<int> Work);
