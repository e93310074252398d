using AslTutorial.Training.Cells.Engine;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Shared;

/// <summary>Chooses the device and prints whether there is a GPU.</summary>
internal sealed class SetupCell : Cell
{
    public override string Id => "setup";

    public Device Device { get; private set; } = CPU;

    protected override void Execute()
    {
        // <listing>
        // zh-CN: 有 GPU 就用 GPU，没有就用 CPU
        // en: A GPU if there is one, the CPU otherwise
        var device = Cuda.IsAvailable ? CUDA : CPU;
        Show(Cuda.IsAvailable);
        // </listing>
        Device = device;
    }
}
