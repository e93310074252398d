using static TorchSharp.torch;

namespace AslTutorial.Training.Models;

/// <summary>
/// Tensors of a net's parameters in one block of memory, so that what is done to all of them is one operation. Zeros at first.
/// </summary>
internal sealed class PackedTensors : IDisposable
{
    /// <summary>Elements. Each tensor begins at a multiple of it: 128 bytes of float32, what a GPU reads at once.</summary>
    public const int Alignment = 32;

    public PackedTensors(IReadOnlyList<TensorSpec> specs, ScalarType type, Device device)
    {
        using var scope = NewDisposeScope();
        Whole = zeros([specs.Sum(spec => Room(spec.Elements))], type, device).DetachFromDisposeScope();
        var start = 0L;
        var views = new List<Tensor>();
        var starts = new List<long>();
        foreach (var spec in specs)
        {
            starts.Add(start);
            views.Add(Whole.as_strided(spec.Shape, ChannelsLast.Strides(spec.Shape), start).DetachFromDisposeScope());
            start += Room(spec.Elements);
        }

        Views = [.. views];
        Starts = starts;
    }

    /// <summary>All of them in a row, with zeros between.</summary>
    public Tensor Whole { get; }

    /// <summary>In the order of the specs, each in the layout of <see cref="ChannelsLast"/>.</summary>
    public Tensor[] Views { get; }

    /// <summary>Where in <see cref="Whole"/> each of them begins.</summary>
    public IReadOnlyList<long> Starts { get; }

    /// <summary>The block in so many pieces of one length, a multiple of <see cref="Alignment"/>; the last may be shorter.</summary>
    public Tensor[] Split(int pieces)
    {
        var length = Room((Whole.shape[0] + pieces - 1) / pieces);
        return [.. Whole.split(length).Select(piece => piece.DetachFromDisposeScope())];
    }

    public void Dispose()
    {
        foreach (var view in Views)
        {
            view.Dispose();
        }

        Whole.Dispose();
    }

    private static long Room(long elements) => (elements + Alignment - 1) / Alignment * Alignment;
}
