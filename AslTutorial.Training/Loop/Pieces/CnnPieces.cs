using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>
/// The CNN in training mode on a batch that lies in pieces. The pieces meet where a batch normalisation needs the whole
/// batch: that of block 1 does not, because the sums it needs are known for each image.
/// </summary>
internal sealed class CnnPieces : IPieceWork
{
    private const int SecondRows = 14 * 14;
    private const int ThirdRows = 7 * 7;

    // Indexes into the lists that the scripts return.
    private const int Centred = 0;

    private static readonly Tensor[] None = [];

    private readonly TrainingTensors _tensors;
    private readonly SharedNorm _second;
    private readonly SharedNorm _third;
    private readonly Piece[] _pieces;
    private readonly Tensor[] _p;
    private PieceBatch _batch = null!;

    // Values for the whole batch, each computed by one of the pieces.
    private Tensor _maps = null!, _features = null!;
    private Tensor[] _patches = None;

    /// <param name="gradients">Null where nothing is learned: only <see cref="Forward"/> is of use then.</param>
    public CnnPieces(TrainingTensors tensors, SharedGradients? gradients, int threads)
    {
        _tensors = tensors;
        _p = tensors.Net.Parameters;
        _second = new(tensors.Net, parameter: 6, buffer: 3, SecondRows, threads);
        _third = new(tensors.Net, parameter: 10, buffer: 6, ThirdRows, threads);
        _pieces = [.. Enumerable.Range(0, threads).Select(_ => new Piece())];
        Forward = [new("masks; batchnorm1", Prepare), new("block 1, conv2", First), new("batchnorm2, block 2, conv3", Second)];
        Parts =
        [
            .. Forward,
            new("batchnorm3, block 3, head, loss; back to batchnorm3", Head),
            new("back: batchnorm3, conv3, block 2", BackToSecond),
            new("back: batchnorm2, conv2, block 1", BackToImages),
            new("gradients together, Adam", piece => gradients!.Update(_batch.Shares[piece])),
        ];
    }

    public IReadOnlyList<PiecePart> Parts { get; }

    /// <summary>The parts up to the statistics of batch normalisation 3.</summary>
    public IReadOnlyList<PiecePart> Forward { get; }

    public void Begin(PieceBatch batch) => _batch = batch;

    /// <summary>After <see cref="Forward"/>: a piece's logits, in the current dispose scope.</summary>
    public Tensor Logits(int piece)
    {
        _third.Combine(piece, _batch.Plan, tracks: piece == 0);
        return NetScripts.CallOne("piece_logits", _pieces[piece].Second[Centred], _third.Spread(piece), _batch.Cut(_features, piece), _p);
    }

    public void Dispose()
    {
        _second.Dispose();
        _third.Dispose();
    }

    /// <summary>What does not become less by being divided, and takes the same time: two pieces do it for all.</summary>
    private void Prepare(int piece)
    {
        if (piece == 0)
        {
            (_maps, _features) = _batch.Masks!.Next(_batch.Plan.Images);
        }

        if (piece == Math.Min(1, _batch.Plan.Pieces - 1))
        {
            _patches = NetScripts.CallList("fold_first", _batch.Data.Moments, _batch.Index, _p, _tensors.Net.Buffers);
        }
    }

    private void First(int piece) => _pieces[piece].First = NetScripts.CallList(
        "piece_first", _batch.Data.Images, _batch.Index, _batch.Start(piece), _batch.End(piece), _p, _patches, _second.Sums(piece));

    private void Second(int piece)
    {
        _second.Combine(piece, _batch.Plan, tracks: piece == 0);
        var own = _pieces[piece];
        own.Second = NetScripts.CallList(
            "piece_second", own.First[Centred], _second.Spread(piece), _batch.Cut(_maps, piece), _p, _third.Sums(piece));
    }

    private void Head(int piece)
    {
        _third.Combine(piece, _batch.Plan, tracks: piece == 0);
        var (own, share) = (_pieces[piece], _batch.Shares[piece]);
        own.Error = NetScripts.CallOne(
            "piece_head", own.Second[Centred], _third.Spread(piece), _batch.Cut(_features, piece), _batch.Data.Labels, _batch.Index,
            _batch.Start(piece), _batch.End(piece), _p, _tensors.Totals.Hits, share.Loss, share.Gathered, _third.SumsBack(piece));
    }

    private void BackToSecond(int piece)
    {
        _third.CombineBack(piece, _batch.Plan);
        var own = _pieces[piece];
        own.Back = NetScripts.CallList(
            "piece_third_backward", own.Error!, own.Second[Centred], _third.SpreadBack(piece), own.Second[1], own.Second[2], own.Second[3],
            own.First[Centred], _p, _second.SumsBack(piece));
    }

    private void BackToImages(int piece)
    {
        _second.CombineBack(piece, _batch.Plan);
        var own = _pieces[piece];
        NetScripts.CallOne(
            "piece_rest", own.Back[0], _second.SpreadBack(piece), _second.AffineBack(piece), _third.AffineBack(piece),
            own.Back[1], own.Back[2], _p, _patches, own.First, _batch.Shares[piece].Row);
    }

    /// <summary>What a piece's parts leave for those after them.</summary>
    private sealed class Piece
    {
        public Tensor[] First { get; set; } = None;

        public Tensor[] Second { get; set; } = None;

        public Tensor? Error { get; set; }

        public Tensor[] Back { get; set; } = None;
    }
}
