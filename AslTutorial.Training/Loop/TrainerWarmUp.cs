using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>
/// A few steps of a net that is thrown away: TorchScript watches a script's first calls and compiles it again with what
/// it saw, which takes longer than a step.
/// </summary>
internal static class TrainerWarmUp
{
    private const int Calls = 3;
    private const int Images = 32;

    public static void Run(DeviceData data, Device device)
    {
        foreach (var kind in Enum.GetValues<ModelKind>())
        {
            using var scope = NewDisposeScope();
            using var net = NetState.Create(kind, 0, device);
            using var adam = AdamState.For(net);
            using var totals = new RunningTotals(device);
            using var masks = new DropoutMasks(Images, 0, device);
            var program = new NetProgram(net);
            var index = arange(Math.Min(Images, data.Count), ScalarType.Int64, device);
            for (var call = 0; call < Calls; call++)
            {
                program.Step(data, index, adam, masks, totals, learningRate: 0.001, batch: call);
                program.Logits(data.Images.slice(0, 0, Math.Min(Images, data.Count), 1), program.PrepareEvaluation());
            }
        }
    }
}
