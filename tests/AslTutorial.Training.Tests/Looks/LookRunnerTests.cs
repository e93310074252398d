using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Data;
using AslTutorial.Training.Looks;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Tests.Looks;

public sealed class LookRunnerTests : IDisposable
{
    private readonly LookRunner _runner = new(TrainedNets.Data, new GiveWay(TimeProvider.System));

    public void Dispose() => _runner.Dispose();

    [Fact]
    public async Task Alike_ComputedInTheBackground_ThenTheNearestByBruteForce()
    {
        var order = new LookOrder(LookView.Alike) { Image = 3 };
        _runner.Keep(order, TrainedNets.Weights(ModelKind.Cnn));

        LookResult result;
        while ((result = await _runner.AnswerAsync(order)).Done < 1)
        {
            result.Fault.ShouldBeNull();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var file = SafeTensorsReader.Read(result.File);
        var plain = new PlainNet(TrainedNets.Weights(ModelKind.Cnn));
        var own = plain.Features(PixelsOf(TrainedNets.Data.Valid, 3));
        var nearest = Enumerable.Range(0, TrainedNets.Data.Train.Count)
            .Select(row => (Row: row, Distance: Math.Sqrt(plain.Features(PixelsOf(TrainedNets.Data.Train, row)).Zip(own, (a, b) => (a - b) * (a - b)).Sum())))
            .OrderBy(found => found.Distance).Take(5).ToList();
        file.Tensors["rows"].Numbers<int>().ToArray().ShouldBe(nearest.Select(found => found.Row));
        file.Tensors["distances"].Numbers<float>().ShouldBeNear(nearest.Select(found => found.Distance), 1e-4);
        file.Tensors["labels"].Numbers<int>().ToArray().ShouldBe(nearest.Select(found => (int)TrainedNets.Data.Train.Labels[found.Row]));
        file.Tensors["images"].Bytes[..ImageSet.PixelsPerImage].ToArray().ShouldBe(
            TrainedNets.Data.Train.Pixels.AsSpan(nearest[0].Row * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage).ToArray());
    }

    [Fact]
    public async Task Alike_OfATrainingImage_LeavesThatOut()
    {
        var order = new LookOrder(LookView.Alike) { Image = 3, Set = ImageSetName.Train };
        _runner.Keep(order, TrainedNets.Weights(ModelKind.Cnn));

        LookResult result;
        while ((result = await _runner.AnswerAsync(order)).Done < 1)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        SafeTensorsReader.Read(result.File).Tensors["rows"].Numbers<int>().ToArray().ShouldNotContain(3);
    }

    [Fact]
    public async Task DataViews_NeedNoNet()
    {
        var labels = new LookOrder(LookView.Labels) { Set = ImageSetName.Train };
        var images = new LookOrder(LookView.Images) { Rows = [5, 0] };

        _runner.NeedsWeights(labels).ShouldBeFalse();
        SafeTensorsReader.Read((await _runner.AnswerAsync(labels)).File).Tensors["labels"].Bytes.ToArray().ShouldBe(TrainedNets.Data.Train.Labels);
        var found = SafeTensorsReader.Read((await _runner.AnswerAsync(images)).File).Tensors["images"].Bytes.ToArray();
        found[..784].ShouldBe(TrainedNets.Data.Valid.Pixels[(5 * 784)..(6 * 784)]);
        found[784..].ShouldBe(TrainedNets.Data.Valid.Pixels[..784]);
    }

    [Theory]
    [InlineData(LookView.Whole, "image", "There is no image 100000")]
    [InlineData(LookView.Map, "layer", "There is no block 4")]
    [InlineData(LookView.Map, "channel", "Block 1 has no map 25")]
    [InlineData(LookView.Unit, "channel", "There is no unit 512")]
    [InlineData(LookView.Why, "letter", "There is no letter 24")]
    [InlineData(LookView.Dropout, "passes", "There are 1 to 32 passes")]
    [InlineData(LookView.Images, "rows", "From 1 to 64 images")]
    public async Task Answer_WhatThereIsNot_SaysSo(LookView view, string wrong, string expected)
    {
        var order = wrong switch
        {
            "image" => new LookOrder(view) { Image = 100_000 },
            "layer" => new LookOrder(view) { Layer = 4 },
            "channel" => new LookOrder(view) { Channel = view == LookView.Unit ? 512 : 25 },
            "letter" => new LookOrder(view) { Letter = 24 },
            "passes" => new LookOrder(view) { Passes = 33 },
            _ => new LookOrder(view) { Rows = [.. Enumerable.Range(0, 65)] },
        };
        _runner.Keep(order, TrainedNets.Weights(ModelKind.Cnn));

        var result = await _runner.AnswerAsync(order);

        result.File.ShouldBeEmpty();
        result.Fault!.Code.ShouldBe(LookFaultCodes.OutOfRange);
        result.Fault.Text.ShouldStartWith(expected);
    }

    [Fact]
    public async Task Answer_MapOfTheDenseNet_SaysItHasNone()
    {
        var order = new LookOrder(LookView.Map);
        _runner.Keep(order, TrainedNets.Weights(ModelKind.Dense));

        (await _runner.AnswerAsync(order)).Fault!.Text.ShouldBe("The dense net has no convolutions.");
    }

    [Fact]
    public async Task Answer_MoreNetsThanAreKept_TheOldestIsFetchedAgain()
    {
        var weights = TrainedNets.Weights(ModelKind.Dense);
        for (var epoch = 0; epoch <= 64; epoch++)
        {
            var order = new LookOrder(LookView.Whole, Guid.Empty, epoch);
            _runner.Keep(order, weights);
            (await _runner.AnswerAsync(order)).Fault.ShouldBeNull();
        }

        _runner.NeedsWeights(new(LookView.Whole, Guid.Empty, Epoch: 0)).ShouldBeTrue();
        _runner.NeedsWeights(new(LookView.Whole, Guid.Empty, Epoch: 1)).ShouldBeFalse();
        _runner.NeedsWeights(new(LookView.Whole, Guid.Empty, Epoch: 1, Version: 7)).ShouldBeTrue();
    }

    private static double[,,] PixelsOf(ImageSet set, int row) => PlainNet.Image(set.Pixels.AsSpan(row * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage));
}
