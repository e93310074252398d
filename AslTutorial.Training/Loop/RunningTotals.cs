using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>Sums over the batches of an epoch, kept on the device: reading them is the only thing that waits for it.</summary>
internal sealed class RunningTotals : IDisposable
{
    public RunningTotals(Device device)
    {
        using var scope = NewDisposeScope();
        Tensors =
        [
            zeros([], ScalarType.Float64, device).DetachFromDisposeScope(),
            zeros([], ScalarType.Int64, device).DetachFromDisposeScope(),
            full([], -1L, ScalarType.Int64, device).DetachFromDisposeScope(),
        ];
    }

    /// <summary>As the scripts take them: sum of the batches' mean losses, images right, first batch without a finite loss.</summary>
    public Tensor[] Tensors { get; }

    public TotalsReading Read()
    {
        using var scope = NewDisposeScope();
        var bad = Tensors[2].cpu().item<long>();
        return new(Tensors[0].cpu().item<double>(), Tensors[1].cpu().item<long>(), bad < 0 ? null : (int)bad);
    }

    public void Dispose()
    {
        foreach (var tensor in Tensors)
        {
            tensor.Dispose();
        }
    }
}
