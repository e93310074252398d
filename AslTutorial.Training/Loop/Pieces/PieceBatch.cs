using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>The batch that the pieces work on.</summary>
/// <param name="Data">Where its images are.</param>
/// <param name="Index">int64: which of them.</param>
/// <param name="Plan">How it is cut.</param>
/// <param name="Shares">The pieces' shares in the gradients; none where nothing is learned.</param>
/// <param name="Maps">Dropout's mask for the whole batch; null without dropout.</param>
/// <param name="Features">The other one.</param>
internal sealed record PieceBatch(DeviceData Data, Tensor Index, PiecePlan Plan, PieceShare[] Shares, Tensor? Maps, Tensor? Features)
{
    public int Start(int piece) => Plan.Start(piece);

    public int End(int piece) => Plan.End(piece);

    /// <summary>A piece's part of <see cref="Maps"/>, in the current dispose scope; so is <see cref="KeptFeatures"/>.</summary>
    public Tensor KeptMaps(int piece)
    {
        var rows = Maps!.shape[0] / Plan.Images;
        return Maps.slice(0, Start(piece) * rows, End(piece) * rows, 1);
    }

    public Tensor KeptFeatures(int piece) => Features!.slice(0, Start(piece), End(piece), 1);
}
