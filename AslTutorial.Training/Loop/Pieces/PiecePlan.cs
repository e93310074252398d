namespace AslTutorial.Training.Loop.Pieces;

/// <summary>A batch cut into pieces, one a thread: in a row, of sizes that differ by at most one, and none of them empty.</summary>
internal sealed record PiecePlan(int Images, int Threads)
{
    public int Pieces => Math.Min(Images, Threads);

    /// <summary>Images in all pieces before this one.</summary>
    public int Start(int piece) => Share(Images, piece, Pieces);

    /// <summary>Images in this piece and all before it.</summary>
    public int End(int piece) => Share(Images, piece + 1, Pieces);

    /// <summary>Where a part begins of something that is cut into parts of sizes that differ by at most one.</summary>
    public static int Share(long whole, int part, int parts) => (int)(whole * part / parts);
}
