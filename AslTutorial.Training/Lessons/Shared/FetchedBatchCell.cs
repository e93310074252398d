using AslTutorial.Training.Cells.Engine;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Shared;

/// <summary>A cell that takes a batch out of a loader.</summary>
internal abstract class FetchedBatchCell : Cell
{
    /// <summary>Images and labels; empty before it has run.</summary>
    public Tensor[] Batch { get; protected set; } = [];
}
