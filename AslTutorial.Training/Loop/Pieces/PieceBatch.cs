using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>The batch that the pieces work on.</summary>
/// <param name="Data">Where its images are.</param>
/// <param name="Index">int64: which of them.</param>
/// <param name="Plan">How it is cut.</param>
/// <param name="Shares">The pieces' shares in the gradients; none where nothing is learned.</param>
/// <param name="Masks">Where dropout's masks come from; null without dropout.</param>
internal sealed record PieceBatch(DeviceData Data, Tensor Index, PiecePlan Plan, PieceShare[] Shares, DropoutMasks? Masks)
{
    public int Start(int piece) => Plan.Start(piece);

    public int End(int piece) => Plan.End(piece);

    /// <summary>A piece's rows of something that has as many for each image, in the current dispose scope.</summary>
    public Tensor Cut(Tensor whole, int piece)
    {
        var rows = whole.shape[0] / Plan.Images;
        return whole.slice(0, Start(piece) * rows, End(piece) * rows, 1);
    }
}
