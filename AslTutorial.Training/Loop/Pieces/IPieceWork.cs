namespace AslTutorial.Training.Loop.Pieces;

/// <summary>What the pieces of a batch do to make a training step.</summary>
internal interface IPieceWork : IDisposable
{
    IReadOnlyList<PiecePart> Parts { get; }

    /// <summary>Names the batch that the parts are to work on.</summary>
    void Begin(PieceBatch batch);
}
