using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>
/// Steps in which no image depends on another: the dense net's, and the CNN's in eval mode. The pieces meet once, for the gradients.
/// </summary>
internal sealed class OneMeetingPieces : IPieceWork
{
    private readonly TrainingTensors _tensors;
    private PieceBatch _batch = null!;

    public OneMeetingPieces(TrainingTensors tensors, SharedGradients gradients)
    {
        _tensors = tensors;
        Parts =
        [
            tensors.Net.Kind == ModelKind.Cnn ? new("forward and backward", CnnInEvalMode) : new("forward and backward", Dense),
            new("gradients together, Adam", piece => gradients.Update(_batch.Shares[piece])),
        ];
    }

    public IReadOnlyList<PiecePart> Parts { get; }

    public void Begin(PieceBatch batch) => _batch = batch;

    public void Dispose()
    {
        // Nothing to dispose.
    }

    private void CnnInEvalMode(int piece) => NetScripts.CallOne(
        "piece_eval", _batch.Data.Images, _batch.Data.Labels, _batch.Index, _batch.Start(piece), _batch.End(piece), _tensors.Net.Parameters,
        _tensors.Net.Buffers, _tensors.Totals.Hits, _batch.Shares[piece].Loss, _batch.Shares[piece].Gathered, _batch.Shares[piece].Row);

    private void Dense(int piece) => NetScripts.CallOne(
        "piece_dense", _batch.Data.Images, _batch.Data.Labels, _batch.Index, _batch.Start(piece), _batch.End(piece), _tensors.Net.Parameters,
        _tensors.Totals.Hits, _batch.Shares[piece].Loss, _batch.Shares[piece].Gathered);
}
