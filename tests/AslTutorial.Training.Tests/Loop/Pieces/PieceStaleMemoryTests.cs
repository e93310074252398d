using AslTutorial.Training.Contracts;
using AslTutorial.Training.Tests.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Loop.Pieces;

/// <summary>As <see cref="StaleMemoryTests"/>: the allocator keeps freed memory for each thread, so each thread spoils its own.</summary>
public sealed class PieceStaleMemoryTests
{
    private const int Threads = 3;

    [Theory]
    [InlineData(32, true)]
    [InlineData(31, true)]
    [InlineData(7, true)]
    [InlineData(2, true)]
    [InlineData(31, false)]
    public void Step_PollutedMemory_KeepsEverythingFinite(int batch, bool dropsOut)
    {
        using var scope = NewDisposeScope();
        using var ways = new TwoWays(ModelKind.Cnn, Threads, dropsOut, ScalarType.Float32);
        for (var step = 0; step < 3; step++)
        {
            ways.Crew.Run(Threads, [new("pollute", _ => StaleMemoryTests.Pollute())]);
            ways.Step(step * batch, batch);

            ways.Read().Divided.BadBatch.ShouldBeNull();
            ways.Divided.Net.Named().Select(pair => pair.Tensor).Concat(ways.Divided.Adam.Means).ShouldAllBe(tensor => IsFinite(tensor));
        }
    }

    private static bool IsFinite(Tensor tensor) => tensor.isfinite().all().item<bool>();
}
