using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Data;
using AslTutorial.Training.Looks;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Tests.Loop;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Looks;

/// <summary>Nets trained for two epochs on tiny hands, once for all tests, and looks into them.</summary>
internal static class TrainedNets
{
    private static readonly Dictionary<(ModelKind, int), Recorder> Known = [];
    private static readonly Lock Gate = new();

    public static SignData Data => TinyHands.Data;

    public static Recorder Of(ModelKind kind, int kernel = 3)
    {
        lock (Gate)
        {
            if (!Known.TryGetValue((kind, kernel), out var recorder))
            {
                using var trainer = new TorchTrainer(TestTorch.Device, Data);
                recorder = new Recorder();
                var settings = new TrainingSettings(kind, Epochs: 2, Cnn: kind == ModelKind.Cnn ? new CnnOptions(kernel) : null);
                trainer.Train(settings, resumeFrom: null, recorder, CancellationToken.None).End.Outcome.ShouldBe(RunOutcome.Completed);
                Known[(kind, kernel)] = recorder;
            }

            return recorder;
        }
    }

    /// <summary>The weights after the last epoch.</summary>
    public static byte[] Weights(ModelKind kind, int kernel = 3) => Of(kind, kernel).Files[^1].Weights.ToArray();

    /// <summary>Answers an order about the net after its last epoch.</summary>
    public static async Task<SafeTensorsFile> LookAsync(LookOrder order, ModelKind kind = ModelKind.Cnn, int kernel = 3)
    {
        using var runner = new LookRunner(Data, new GiveWay(TimeProvider.System));
        runner.Keep(order, Weights(kind, kernel));
        var result = await runner.AnswerAsync(order);
        result.Fault.ShouldBeNull();
        return SafeTensorsReader.Read(result.File);
    }

    /// <summary>Numbers beside those of plain loops.</summary>
    public static void ShouldBeNear(this ReadOnlySpan<float> numbers, IEnumerable<double> expected, double tolerance)
    {
        var (found, wanted) = (numbers.ToArray(), expected.ToArray());
        found.Length.ShouldBe(wanted.Length);
        for (var i = 0; i < found.Length; i++)
        {
            ((double)found[i]).ShouldBe(wanted[i], tolerance * Math.Max(1, Math.Abs(wanted[i])), $"at {i}");
        }
    }

    /// <summary>Maps sent as bytes, as numbers again.</summary>
    public static double[] Unscale(SafeTensorsFile file, string name)
    {
        var (maps, range) = (file.Tensors[name], file.Tensors[$"{name}.range"].Numbers<float>().ToArray());
        var size = (int)(maps.Shape[1] * maps.Shape[2]);
        return [.. maps.Bytes.ToArray().Select((level, i) => range[i / size * 2] + (level / 255.0 * (range[(i / size * 2) + 1] - range[i / size * 2])))];
    }

    /// <summary>Half of what one level of a byte is worth, per value.</summary>
    public static double[] HalfLevels(SafeTensorsFile file, string name)
    {
        var (maps, range) = (file.Tensors[name], file.Tensors[$"{name}.range"].Numbers<float>().ToArray());
        var size = (int)(maps.Shape[1] * maps.Shape[2]);
        return [.. Enumerable.Range(0, maps.Bytes.Length).Select(i => (range[(i / size * 2) + 1] - range[i / size * 2]) / 255.0 / 2)];
    }
}
