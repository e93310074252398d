using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Loop.Pieces;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Loop.Pieces;

public sealed class PieceMeasuringTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public void Run_TrainingModeInDouble_IsTheUndividedMeasuring(int threads)
    {
        using var scope = NewDisposeScope();
        using var grad = no_grad();
        using var data = new DeviceData(TinyHands.Data.Valid, CPU);
        using var crew = new Crew(threads);
        using TrainingTensors tensors = Tensors(), others = Tensors();

        // 70 images: 31, 31 and 8.
        var loader = new ImageLoader(data, null, shuffles: true, batchSize: 31, CPU);
        using var divided = new PieceMeasuring(crew, tensors, loader, seed: 3);
        using var whole = new TrainModeMeasuring(loader, new(Seed: 3), CPU);

        for (var epoch = 0; epoch < 2; epoch++)
        {
            var measured = divided.Run(new NetProgram(tensors.Net), epoch, CancellationToken.None);
            var expected = whole.Run(new NetProgram(others.Net), epoch, CancellationToken.None);

            measured.LossSum.ShouldBe(expected.LossSum, 1e-10);
            measured.Confusion.Counts.ShouldBe(expected.Confusion.Counts);
            tensors.Net.Named().Zip(others.Net.Named()).ShouldAllBe(pair => TwoWays.Distance(pair.First.Tensor, pair.Second.Tensor) < 1e-10);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Run_Validation_IsTheUndividedOneBitForBit(int threads)
    {
        using var scope = NewDisposeScope();
        using var grad = no_grad();
        using var data = new DeviceData(TinyHands.Make(seed: 2, train: 5 * 64, valid: 1).Train, CPU);
        using var crew = new Crew(threads);
        using var tensors = Tensors(ScalarType.Float32);
        var program = new NetProgram(tensors.Net);
        var loader = new ImageLoader(data, null, shuffles: true, batchSize: 32, CPU);
        using Validation divided = new(loader, 3, CPU, crew), whole = new(loader, 3, CPU);

        var measured = divided.Run(program, 0, CancellationToken.None);
        var expected = whole.Run(program, 0, CancellationToken.None);

        measured.LossSum.ShouldBe(expected.LossSum);
        measured.Confusion.Counts.ShouldBe(expected.Confusion.Counts);
    }

    [Fact]
    public void Run_ValidationCancelled_Throws()
    {
        using var scope = NewDisposeScope();
        using var grad = no_grad();
        using var data = new DeviceData(TinyHands.Data.Valid, CPU);
        using var crew = new Crew(2);
        using var tensors = Tensors();
        using var validation = new Validation(new ImageLoader(data, null, false, 32, CPU), 3, CPU, crew);

        Should.Throw<OperationCanceledException>(() => validation.Run(new NetProgram(tensors.Net), 0, new CancellationToken(canceled: true)));
    }

    private static TrainingTensors Tensors(ScalarType type = ScalarType.Float64)
    {
        _ = TestTorch.Device;
        var tensors = new TrainingTensors(ModelKind.Cnn, TinyHands.TrainCount, CPU, type);
        tensors.Start(new());
        return tensors;
    }
}
