using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Models;

/// <summary>The CNN in the other mode than the lesson's, against <see cref="LessonNet"/> and its autograd.</summary>
public sealed class RecipeScriptTests
{
    private const int Batch = 20;

    // A step in training mode first, so that the running statistics are not those a net starts with.
    [Theory]
    [InlineData(ScalarType.Float64, 1e-9)]
    [InlineData(ScalarType.Float32, 5e-3)]
    public void Step_EvalMode_HasTheLossAndGradientsOfTheLessonsNet(ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        using var bench = Warm(type);

        var (gradients, loss) = bench.Step(1, evalMode: true);
        var (expected, expectedLoss) = bench.ReferenceStep(1, evalMode: true);

        loss.ShouldBe(expectedLoss, tolerance * expectedLoss);
        for (var i = 0; i < expected.Length; i++)
        {
            Distance(gradients[i], expected[i]).ShouldBeLessThan(tolerance, $"gradient of {bench.Net.Layout.Parameters[i].Name}");
        }
    }

    [Fact]
    public void Step_EvalMode_LeavesTheRunningStatisticsAlone()
    {
        using var scope = NewDisposeScope();
        using var bench = Warm(ScalarType.Float32);
        Tensor[] before = [.. bench.Net.Buffers.Select(buffer => buffer.clone())];
        var weights = bench.Net.Parameters[0].clone();

        bench.Step(1, evalMode: true);

        bench.Net.Buffers.Zip(before).ShouldAllBe(pair => pair.First.Equals(pair.Second));
        bench.Net.Parameters[0].Equals(weights).ShouldBeFalse();
    }

    [Fact]
    public void TrainingLogits_SameMasks_AreTheLessonsNetsAndSoAreItsStatistics()
    {
        using var scope = NewDisposeScope();
        using var bench = Warm(ScalarType.Float64);
        Tensor[] weights = [.. bench.Net.Parameters.Select(parameter => parameter.clone())];

        Distance(bench.TrainingLogits(1), bench.ReferenceTrainingLogits(1)).ShouldBeLessThan(1e-9);

        foreach (var (spec, tensor) in bench.Net.Named().Where(pair => pair.Spec.Name.Contains("running", StringComparison.Ordinal)))
        {
            Distance(tensor, bench.Reference[spec.Name]).ShouldBeLessThan(1e-9, spec.Name);
        }

        bench.Net.Named().Where(pair => pair.Spec.IsCount).ShouldAllBe(pair => pair.Tensor.item<long>() == 2);
        bench.Net.Parameters.Zip(weights).ShouldAllBe(pair => pair.First.Equals(pair.Second));
    }

    private static StepBench Warm(ScalarType type)
    {
        // Tiny steps: Adam makes full ones out of the rounding in a bias that batch normalisation takes out again, and in
        // eval mode such a bias counts.
        var bench = new StepBench(ModelKind.Cnn, type, Batch, 1e-6);
        bench.Step(0);
        bench.ReferenceStep(0);
        return bench;
    }

    private static double Distance(Tensor actual, Tensor expected)
    {
        var scale = Math.Max(expected.abs().max().to(ScalarType.Float64).item<double>(), 1e-3);
        return (actual - expected).abs().max().to(ScalarType.Float64).item<double>() / scale;
    }
}
