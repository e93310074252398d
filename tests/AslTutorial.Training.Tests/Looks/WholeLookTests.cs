using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Tests.Looks;

public sealed class WholeLookTests
{
    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 5)]
    [InlineData(5, 2)]
    public async Task Whole_Cnn_EveryNumberIsThatOfPlainLoops(int kernel, int image)
    {
        var file = await TrainedNets.LookAsync(new(LookView.Whole) { Image = image }, ModelKind.Cnn, kernel);

        var plain = new PlainNet(TrainedNets.Weights(ModelKind.Cnn, kernel));
        var pixels = TrainedNets.Data.Valid.Pixels.AsSpan(image * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage).ToArray();
        file.Tensors["image"].Bytes.ToArray().ShouldBe(pixels);
        file.Tensors["label"].Numbers<int>()[0].ShouldBe(TrainedNets.Data.Valid.Labels[image]);
        var maps = PlainNet.Image(pixels);
        for (var block = 1; block <= 3; block++)
        {
            var convolved = plain.Convolve(maps, block);
            var normalized = plain.Normalize(convolved, block);
            maps = PlainNet.Pool(normalized);
            var found = TrainedNets.Unscale(file, $"conv{block}");
            var half = TrainedNets.HalfLevels(file, $"conv{block}");
            var line = file.Tensors[$"norm{block}"].Numbers<float>().ToArray();
            var (size, wanted, wantedNormal) = (convolved.GetLength(1) * convolved.GetLength(2), convolved.Cast<double>().ToArray(), normalized.Cast<double>().ToArray());
            found.Length.ShouldBe(wanted.Length);
            for (var i = 0; i < found.Length; i++)
            {
                found[i].ShouldBe(wanted[i], half[i] + 1e-4);
                // From the exact number: what is sent is the line, and the line has to be right.
                ((wanted[i] * line[i / size * 2]) + line[(i / size * 2) + 1]).ShouldBe(wantedNormal[i], 1e-4 * Math.Max(1, Math.Abs(wantedNormal[i])));
            }

            var pooled = TrainedNets.Unscale(file, $"pool{block}");
            var halfPooled = TrainedNets.HalfLevels(file, $"pool{block}");
            var wantedPool = maps.Cast<double>().ToArray();
            for (var i = 0; i < pooled.Length; i++)
            {
                pooled[i].ShouldBe(wantedPool[i], halfPooled[i] + 1e-4);
            }
        }

        var features = PlainNet.Relu(plain.Linear([.. maps.Cast<double>()], "14"));
        var logits = plain.Logits(features);
        file.Tensors["units"].Numbers<float>().ShouldBeNear(features, 1e-4);
        file.Tensors["logits"].Numbers<float>().ShouldBeNear(logits, 1e-4);
        file.Tensors["probabilities"].Numbers<float>().ShouldBeNear(PlainNet.Softmax(logits), 1e-5);
    }

    [Fact]
    public async Task Whole_Dense_UnitsAndLettersAreThoseOfPlainLoops()
    {
        var file = await TrainedNets.LookAsync(new(LookView.Whole) { Image = 1, Set = ImageSetName.Train }, ModelKind.Dense);

        var plain = new PlainNet(TrainedNets.Weights(ModelKind.Dense));
        double[] x = [.. PlainNet.Image(TrainedNets.Data.Train.Pixels.AsSpan(ImageSet.PixelsPerImage, ImageSet.PixelsPerImage)).Cast<double>()];
        var first = PlainNet.Relu(plain.Linear(x, "1"));
        var second = PlainNet.Relu(plain.Linear(first, "3"));
        file.Tensors["units1"].Numbers<float>().ShouldBeNear(first, 1e-4);
        file.Tensors["units2"].Numbers<float>().ShouldBeNear(second, 1e-4);
        file.Tensors["probabilities"].Numbers<float>().ShouldBeNear(PlainNet.Softmax(plain.Logits(second)), 1e-5);
    }

    [Fact]
    public async Task Whole_Cnn_TravelsInLessThanSixtyKilobytes()
    {
        using var runner = new Training.Looks.LookRunner(TrainedNets.Data, new Training.Loop.GiveWay(TimeProvider.System));
        var order = new LookOrder(LookView.Whole);
        runner.Keep(order, TrainedNets.Weights(ModelKind.Cnn));

        (await runner.AnswerAsync(order)).File.Length.ShouldBeLessThan(60_000);
    }
}
