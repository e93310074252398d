using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop.Steps;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>
/// A few steps that come to nothing: TorchScript watches a script's first calls and compiles it again with what it saw,
/// which takes longer than a step; on a GPU the step of the default batch size is recorded.
/// </summary>
internal static class TrainerWarmUp
{
    private const int Calls = 3;

    /// <param name="tensors">Of no use afterwards until a run fills them.</param>
    public static void Run(TrainingTensors tensors, DeviceData data, StepGraphs graphs)
    {
        using var scope = NewDisposeScope();
        var images = Math.Min(TrainingSettings.DefaultBatchSize, data.Count);
        using var masks = new DropoutMasks(new(), images, data.Images.device);
        masks.Seed(0);
        var program = new NetProgram(tensors.Net);
        var index = arange(images, ScalarType.Int64, data.Images.device);
        tensors.Totals.Clear();
        for (var call = 0; call < Calls; call++)
        {
            program.Step(data, index, tensors, masks);
            program.Logits(data.Images.slice(0, 0, images, 1), program.PrepareEvaluation());
        }

        _ = graphs.Find(program, tensors, new(Model: tensors.Net.Kind));
    }
}
