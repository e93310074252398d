using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop.Pieces;
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
    /// <param name="crew">Of a device that several threads compute on.</param>
    public static void Run(TrainingTensors tensors, DeviceData data, StepGraphs graphs, Crew? crew)
    {
        using var scope = NewDisposeScope();
        var device = data.Images.device;
        var images = Math.Min(TrainingSettings.DefaultBatchSize, data.Count);
        var masks = tensors.Net.Kind == ModelKind.Cnn ? new DropoutMasks(new(), images, device) : null;
        var program = new NetProgram(tensors.Net);
        using ITrainingSteps steps = crew is null ? new ScriptSteps(program, tensors, masks) : new PieceSteps(crew, tensors, masks, images);
        steps.BeginEpoch(maskSeed: 0);
        var index = arange(images, ScalarType.Int64, device);
        for (var call = 0; call < Calls; call++)
        {
            steps.Step(data, index);
            program.Logits(data.Images.slice(0, 0, images, 1), program.PrepareEvaluation());
        }

        _ = graphs.Find(program, tensors, new(Model: tensors.Net.Kind));
    }
}
