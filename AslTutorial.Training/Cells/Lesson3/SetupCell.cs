using AslTutorial.Training.Cells.Kernel;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Lesson3;

/// <summary>Chooses the device and prints whether there is a GPU.</summary>
internal sealed class SetupCell : Cell
{
    public override string Id => "setup";

    public Device Device { get; private set; } = CPU;

    protected override void Execute()
    {
        // <listing>
        var device = Cuda.IsAvailable ? CUDA : CPU;
        Show(Cuda.IsAvailable);
        // </listing>
        Device = device;
    }
}
