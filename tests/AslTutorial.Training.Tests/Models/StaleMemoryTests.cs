using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Models;

/// <summary>
/// In torch's default layout a float32 convolution on the CPU reads freed memory where its channel counts are not multiples
/// of 16. With NaN in that memory it shows; without, results are wrong by chance.
/// </summary>
public sealed class StaleMemoryTests
{
    private const int Batch = 32;
    private const int Attempts = 5;

    public static TheoryData<int, int> Layers => new() { { 0, 28 }, { 4, 14 }, { 8, 7 } };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Convolution_ChannelsLastWeights_NeverReadsStaleMemory(int parameter, int side)
    {
        using var net = NetState.Create(ModelKind.Cnn, 1, TestTorch.Device.Device);

        CountNaN(net.Parameters[parameter], net.Parameters[parameter + 1], side).ShouldBe(0);
    }

    [Fact]
    public void Convolution_DefaultLayout_IsCaughtByTheSameTest()
    {
        using var scope = NewDisposeScope();
        using var net = NetState.Create(ModelKind.Cnn, 1, TestTorch.Device.Device);
        var caught = Layers.Sum(layer =>
            CountNaN(net.Parameters[layer.Data.Item1].contiguous().clone(), net.Parameters[layer.Data.Item1 + 1], layer.Data.Item2));

        Assert.SkipWhen(caught == 0, "this processor's convolutions do not have the fault");
        caught.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(32, false)]
    [InlineData(31, false)]
    [InlineData(7, false)]
    [InlineData(32, true)]
    [InlineData(31, true)]
    [InlineData(7, true)]
    public void Step_PollutedMemory_KeepsEverythingFinite(int batch, bool evalMode)
    {
        using var scope = NewDisposeScope();
        using var bench = new StepBench(ModelKind.Cnn, ScalarType.Float32, batch, 0.001);
        for (var step = 0; step < 4; step++)
        {
            Pollute();
            var (gradients, loss) = bench.Step(step, evalMode);

            double.IsFinite(loss).ShouldBeTrue();
            gradients.ShouldAllBe(gradient => IsFinite(gradient));
            Pollute();
            IsFinite(bench.TrainingLogits(step)).ShouldBeTrue();
        }

        bench.Net.Named().ShouldAllBe(pair => IsFinite(pair.Tensor));
    }

    // The nets that learners make have other kernels.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Step_PollutedMemoryAndTheGeneralScript_KeepsEverythingFinite(int kernel)
    {
        using var scope = NewDisposeScope();
        using var bench = new StepBench(new TrainingSettings(BatchSize: 31, Cnn: new(kernel)), ScalarType.Float32, plain: true);
        for (var step = 0; step < 4; step++)
        {
            Pollute();
            var (gradients, loss) = bench.Step(step);

            double.IsFinite(loss).ShouldBeTrue();
            gradients.ShouldAllBe(gradient => IsFinite(gradient));
        }

        bench.Net.Named().ShouldAllBe(pair => IsFinite(pair.Tensor));
    }

    /// <summary>How many of the forward and backward passes gave a NaN.</summary>
    private static int CountNaN(Tensor weights, Tensor bias, int side)
    {
        var found = 0;
        using var grad = enable_grad();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            using var scope = NewDisposeScope();
            var x = rand(Batch, weights.shape[1], side, side).requires_grad_();
            var w = weights.detach().requires_grad_();
            Pollute();
            var y = nn.functional.conv2d(x, w, bias.detach(), strides: [1, 1], padding: [1, 1]);
            Pollute();
            y.sum().backward();
            found += new[] { y, x.grad!, w.grad! }.Count(tensor => !IsFinite(tensor));
        }

        return found;
    }

    private static bool IsFinite(Tensor tensor) => tensor.isfinite().all().item<bool>();

    /// <summary>Leaves NaN in freed memory, in blocks of every size that a step asks for.</summary>
    internal static void Pollute()
    {
        using var scope = NewDisposeScope();
        for (var size = 1 << 10; size <= 1 << 22; size <<= 1)
        {
            for (var block = 0; block < Math.Clamp((1 << 23) / size, 2, 32); block++)
            {
                full([size], float.NaN);
            }
        }
    }
}
