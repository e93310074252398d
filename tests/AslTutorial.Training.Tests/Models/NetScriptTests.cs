using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Loop;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Models;

/// <summary>The scripts against <see cref="LessonNet"/>, its autograd and TorchSharp's own Adam.</summary>
public sealed class NetScriptTests
{
    private const int Batch = 20;
    private const int Steps = 3;
    private const double LearningRate = 0.001;

    [Theory]
    [InlineData(ModelKind.Cnn, ScalarType.Float64, 1e-9)]
    [InlineData(ModelKind.Cnn, ScalarType.Float32, 2e-3)]
    [InlineData(ModelKind.Dense, ScalarType.Float64, 1e-9)]
    [InlineData(ModelKind.Dense, ScalarType.Float32, 2e-3)]
    public void Step_FirstSteps_HaveTheLossAndGradientsOfTheLessonsNet(ModelKind kind, ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        using var bench = new StepBench(kind, type, Batch, LearningRate);

        // Adam's first steps have full length however small a gradient is: in float32 rounding sets the two apart from then on.
        var steps = type == ScalarType.Float64 ? Steps : 1;
        for (var step = 0; step < steps; step++)
        {
            var (gradients, loss) = bench.Step(step);
            var (expected, expectedLoss) = bench.ReferenceStep(step);

            loss.ShouldBe(expectedLoss, tolerance * expectedLoss);
            for (var i = 0; i < expected.Length; i++)
            {
                var name = bench.Net.Layout.Parameters[i].Name;
                if (type == ScalarType.Float32 && IsFreeBias(kind, bench.Net.Layout.Parameters[i]))
                {
                    continue;
                }

                Distance(gradients[i], expected[i]).ShouldBeLessThan(tolerance, $"gradient of {name} in step {step}");
            }
        }
    }

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Step_SeveralSteps_LeaveTheWeightsAndStatisticsOfTheLessonsNet(ModelKind kind)
    {
        using var scope = NewDisposeScope();
        using var bench = new StepBench(kind, ScalarType.Float64, Batch, LearningRate);
        for (var step = 0; step < Steps; step++)
        {
            bench.Step(step);
            bench.ReferenceStep(step);
        }

        foreach (var (spec, tensor) in bench.Net.Named().Where(pair => !pair.Spec.IsCount && !IsFreeBias(kind, pair.Spec)))
        {
            Distance(tensor, bench.Reference[spec.Name]).ShouldBeLessThan(1e-7, spec.Name);
        }

        foreach (var (_, count) in bench.Net.Named().Where(pair => pair.Spec.IsCount))
        {
            count.item<long>().ShouldBe(Steps);
        }
    }

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Logits_EvalMode_EqualTheLessonsNet(ModelKind kind)
    {
        using var scope = NewDisposeScope();
        using var grad = no_grad();
        using var bench = new StepBench(kind, ScalarType.Float64, Batch, LearningRate);
        bench.Step(0);
        using var reference = new LessonNet(bench.Net);
        var program = new NetProgram(bench.Net);

        var logits = program.Logits(bench.Data.Images, program.PrepareEvaluation());

        logits.shape.ShouldBe([TinyHands.TrainCount, SignClasses.Count]);
        Distance(logits, reference.Forward(bench.Data.Images)).ShouldBeLessThan(1e-10);
    }

    [Fact]
    public void Of_RandomImages_EqualsTheSumsOverEveryPatch()
    {
        var random = new Random(5);
        var pixels = new byte[3 * ImageSet.PixelsPerImage];
        random.NextBytes(pixels);

        var moments = PatchMoments.Of(pixels);

        var expected = Enumerable.Range(0, 3).SelectMany(image => PatchSums(pixels, image)).ToArray();
        moments.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    }

    // Batch normalisation takes the mean out again, so a convolution's bias before it has a gradient of zero but for
    // rounding, and Adam makes steps of full length out of the rounding.
    private static bool IsFreeBias(ModelKind kind, TensorSpec spec) =>
        kind == ModelKind.Cnn && (spec.Name is "0.bias" or "4.bias" or "9.bias" || spec.Name.EndsWith("running_mean", StringComparison.Ordinal));

    private static double Distance(Tensor actual, Tensor expected)
    {
        var scale = Math.Max(expected.abs().max().to(ScalarType.Float64).item<double>(), 1e-3);
        return (actual - expected).abs().max().to(ScalarType.Float64).item<double>() / scale;
    }

    private static double[] PatchSums(byte[] pixels, int image)
    {
        var sums = new double[PatchMoments.Count];
        for (var position = 0; position < ImageSet.PixelsPerImage; position++)
        {
            var patch = Enumerable.Range(0, 9).Select(tap => Pixel(position, tap)).ToArray();
            for (var a = 0; a < 9; a++)
            {
                sums[a] += patch[a];
                for (var b = 0; b < 9; b++)
                {
                    sums[9 + (a * 9) + b] += patch[a] * patch[b];
                }
            }
        }

        return sums;

        double Pixel(int position, int tap)
        {
            var row = (position / ImageSet.Side) + (tap / 3) - 1;
            var column = (position % ImageSet.Side) + (tap % 3) - 1;
            return row is < 0 or >= ImageSet.Side || column is < 0 or >= ImageSet.Side
                ? 0
                : pixels[(image * ImageSet.PixelsPerImage) + (row * ImageSet.Side) + column] / 255.0;
        }
    }
}
