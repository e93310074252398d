using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>As torch.utils.data.Dataset: items by number.</summary>
internal abstract class Dataset
{
    public abstract long Count { get; }

    public abstract (Tensor X, Tensor Y) this[long index] { get; }
}
