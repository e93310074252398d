using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Models;

/// <summary>The script for GPUs, on the CPU: against the CPU's script, and against the lesson's net.</summary>
public sealed class PlainCnnScriptTests
{
    private const int Batch = 20;
    private const double Exact = 1e-10;

    [Fact]
    public void Step_SameStateAndMasks_ComesToWhatTheProcessorsScriptComesTo()
    {
        using var scope = NewDisposeScope();
        using var plain = new StepBench(ModelKind.Cnn, ScalarType.Float64, Batch, 0.001, plain: true);
        using var processor = new StepBench(ModelKind.Cnn, ScalarType.Float64, Batch, 0.001);

        for (var step = 0; step < 3; step++)
        {
            var (gradients, loss) = plain.Step(step);
            var (expected, expectedLoss) = processor.Step(step);

            loss.ShouldBe(expectedLoss, Exact);
            for (var i = 0; i < expected.Length; i++)
            {
                Distance(gradients[i], expected[i]).ShouldBeLessThan(Exact, $"gradient of {plain.Net.Layout.Parameters[i].Name} in step {step}");
            }
        }

        foreach (var ((spec, tensor), (_, other)) in plain.Net.Named().Zip(processor.Net.Named()))
        {
            Distance(tensor, other).ShouldBeLessThan(Exact, spec.Name);
        }

        foreach (var (mean, other) in plain.Adam.Means.Concat(plain.Adam.Squares).Zip(processor.Adam.Means.Concat(processor.Adam.Squares)))
        {
            Distance(mean, other).ShouldBeLessThan(Exact);
        }

        plain.Adam.Steps.item<float>().ShouldBe(3);
    }

    [Theory]
    [InlineData(ScalarType.Float64, 1e-9)]
    [InlineData(ScalarType.Float32, 2e-3)]
    public void Step_FirstStep_HasTheLossAndGradientsOfTheLessonsNet(ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        using var bench = new StepBench(ModelKind.Cnn, type, Batch, 0.001, plain: true);

        var (gradients, loss) = bench.Step(0);
        var (expected, expectedLoss) = bench.ReferenceStep(0);

        loss.ShouldBe(expectedLoss, tolerance * expectedLoss);
        for (var i = 0; i < expected.Length; i++)
        {
            var scale = Math.Max(expected[i].abs().max().to(ScalarType.Float64).item<double>(), 1e-3);
            (Distance(gradients[i], expected[i]) / scale).ShouldBeLessThan(tolerance, bench.Net.Layout.Parameters[i].Name);
        }
    }

    /// <summary>What a learner may set in the cells: the nets that have no script of their own.</summary>
    [Theory]
    [InlineData(1, 0.2, 0.3)]
    [InlineData(5, 0.2, 0.3)]
    [InlineData(5, 0, 0.9)]
    [InlineData(3, 0.5, 0)]
    public void Step_OtherKernelOrDropout_IsTheStepOfTheLessonsNetWithIt(int kernel, double dropout, double headDropout)
    {
        using var scope = NewDisposeScope();
        var settings = new TrainingSettings(BatchSize: Batch, Cnn: new(kernel, dropout, headDropout));
        using var bench = new StepBench(settings, ScalarType.Float64, plain: true);

        for (var step = 0; step < 2; step++)
        {
            var (gradients, loss) = bench.Step(step);
            var (expected, expectedLoss) = bench.ReferenceStep(step);
            loss.ShouldBe(expectedLoss, 1e-9);
            for (var i = 0; i < expected.Length; i++)
            {
                Distance(gradients[i], expected[i]).ShouldBeLessThan(1e-9, $"gradient of {bench.Net.Layout.Parameters[i].Name} in step {step}");
            }
        }

        var program = new NetProgram(bench.Net);
        using var reference = new LessonNet(bench.Net);
        Distance(program.Logits(bench.Data.Images, program.PrepareEvaluation()), reference.Forward(bench.Data.Images)).ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void TrainingLogits_SameMasks_AreTheLessonsNetsAndSoAreItsStatistics()
    {
        using var scope = NewDisposeScope();
        using var bench = new StepBench(ModelKind.Cnn, ScalarType.Float64, Batch, 1e-6, plain: true);

        Distance(bench.TrainingLogits(0), bench.ReferenceTrainingLogits(0)).ShouldBeLessThan(1e-9);

        foreach (var (spec, tensor) in bench.Net.Named().Where(pair => pair.Spec.Name.Contains("running", StringComparison.Ordinal)))
        {
            Distance(tensor, bench.Reference[spec.Name]).ShouldBeLessThan(1e-9, spec.Name);
        }

        bench.Net.Named().Where(pair => pair.Spec.IsCount).ShouldAllBe(pair => pair.Tensor.item<long>() == 1);
    }

    private static double Distance(Tensor actual, Tensor expected) =>
        (actual - expected).abs().max().to(ScalarType.Float64).item<double>();
}
