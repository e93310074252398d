using AslTutorial.Training.Cells.Engine;
using TorchSharp.Modules;

namespace AslTutorial.Training.Lessons.Shared;

/// <summary>A cell that builds a lesson's net.</summary>
internal abstract class NetCell : Cell
{
    /// <summary>Null before it has run.</summary>
    public Sequential Model { get; protected set; } = null!;
}
