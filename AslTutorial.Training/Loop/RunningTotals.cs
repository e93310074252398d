using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>
/// What the steps of an epoch leave behind, kept on the device: reading it is the only thing that waits for it.
/// </summary>
internal sealed class RunningTotals : IDisposable
{
    /// <param name="images">Of the larger data set: as many steps an epoch may have, with one image each.</param>
    /// <param name="device">Where the steps are made.</param>
    /// <param name="type">Of the loss.</param>
    public RunningTotals(int images, Device device, ScalarType type = ScalarType.Float32)
    {
        using var scope = NewDisposeScope();
        Tensors =
        [
            zeros([images], type, device).DetachFromDisposeScope(),
            zeros([images], ScalarType.Bool, device).DetachFromDisposeScope(),
            zeros([1], ScalarType.Int64, device).DetachFromDisposeScope(),
        ];
    }

    /// <summary>As the scripts take them: every batch's mean loss, for every image whether it was right, batches so far.</summary>
    public Tensor[] Tensors { get; }

    /// <summary>For every image whether it was right.</summary>
    public Tensor Hits => Tensors[1];

    /// <summary>Counts a batch whose loss is known here, on a CPU; its images' hits are put down elsewhere.</summary>
    public void Add(double meanLoss)
    {
        var (losses, count) = (new TensorNumbers(Tensors[0]), new TensorNumbers(Tensors[2]));
        losses[(long)count[0]] = meanLoss;
        count[0]++;
    }

    /// <summary>Begins an epoch.</summary>
    public void Clear()
    {
        Tensors[1].zero_();
        Tensors[2].zero_();
    }

    public TotalsReading Read()
    {
        using var scope = NewDisposeScope();
        var batches = Tensors[2].cpu().item<long>();
        var losses = Tensors[0].slice(0, 0, batches, 1).to(ScalarType.Float64).cpu().data<double>().ToArray();
        var bad = Array.FindIndex(losses, loss => !double.IsFinite(loss));
        return new(losses.Sum(), Tensors[1].sum().cpu().item<long>(), bad < 0 ? null : bad);
    }

    public void Dispose()
    {
        foreach (var tensor in Tensors)
        {
            tensor.Dispose();
        }
    }
}

/// <summary>Where an epoch's sums stand.</summary>
/// <param name="LossSum">Sum over the batches of the mean loss of each.</param>
/// <param name="Correct">Images classified rightly.</param>
/// <param name="BadBatch">The first batch whose loss was NaN or infinite, counted from 0.</param>
internal sealed record TotalsReading(double LossSum, long Correct, int? BadBatch);
