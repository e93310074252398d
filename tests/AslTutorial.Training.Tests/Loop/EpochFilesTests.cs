using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Looks;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Loop;

public sealed class EpochFilesTests
{
    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Weights_OfEveryEpoch_AreTheCheckpoints(ModelKind kind)
    {
        var recorder = TrainedNets.Of(kind);

        recorder.Files.Count.ShouldBe(2);
        foreach (var files in recorder.Files)
        {
            var checkpoint = CheckpointFile.Read(files.Checkpoint.ToArray());
            var weights = SafeTensorsReader.Read(files.Weights).Tensors;
            weights.Count.ShouldBeGreaterThan(5);
            foreach (var (name, tensor) in weights)
            {
                tensor.Bytes.Span.SequenceEqual(checkpoint.Tensors[$"net.{name}"].Bytes.Span).ShouldBeTrue(name);
            }
        }

        recorder.Files[0].Weights.Span.SequenceEqual(recorder.Files[1].Weights.Span).ShouldBeFalse();
    }

    [Fact]
    public void Start_IsTheNetAsItsSeedDrawsIt()
    {
        using var fresh = NetState.Create(ModelKind.Cnn, SeedStream.Weights(1), CPU);

        TrainedNets.Of(ModelKind.Cnn).Start.ToArray().ShouldBe(NetFile.Write(fresh));
    }

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Predictions_OfEveryEpoch_MakeItsConfusionMatrixAndAreThePlainNets(ModelKind kind)
    {
        var recorder = TrainedNets.Of(kind);
        foreach (var (files, confusion) in recorder.Files.Zip(recorder.Confusions))
        {
            var predictions = ImagePredictions.Read(files.Predictions);
            predictions.Set.ShouldBe(ImageSetName.Valid);
            predictions.Labels.ShouldBe(TrainedNets.Data.Valid.Labels);
            Counts(predictions).ShouldBe(confusion.Counts);

            var plain = new PlainNet(files.Weights.ToArray());
            foreach (var image in new[] { 0, 7, predictions.Count - 1 })
            {
                var expected = PlainNet.Softmax(plain.Logits(plain.Features(PlainNet.Image(TrainedNets.Data.Valid.Pixels.AsSpan(image * 784, 784)))))
                    .Select((probability, letter) => (probability, letter)).OrderByDescending(pair => pair.probability).Take(3).ToList();
                predictions.Letters[(image * 3)..((image * 3) + 3)].ShouldBe(expected.Select(pair => (byte)pair.letter));
                ((ReadOnlySpan<float>)predictions.Probabilities.AsSpan(image * 3, 3)).ShouldBeNear(expected.Select(pair => pair.probability), 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(RecipeLoader.Train, RecipeMode.Eval, true)]
    [InlineData(RecipeLoader.Valid, RecipeMode.Train, true)]
    [InlineData(RecipeLoader.Train, RecipeMode.Train, false)]
    public void Predictions_OfAnotherWayOfMeasuring_StillMakeItsConfusionMatrix(RecipeLoader loader, RecipeMode mode, bool limited)
    {
        var lesson = TrainingRecipe.Lesson;
        var recipe = lesson with { Measuring = lesson.Measuring with { Loader = loader, Mode = mode } };
        var recorder = new Recorder();
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Data);
        var settings = new TrainingSettings(Epochs: 1, Recipe: recipe, TrainLimit: limited ? TinyHands.Data.Train.Count / 2 : null);

        trainer.Train(settings, resumeFrom: null, recorder, CancellationToken.None).End.Outcome.ShouldBe(RunOutcome.Completed);

        var predictions = ImagePredictions.Read(recorder.Files[0].Predictions);
        predictions.Set.ShouldBe(loader == RecipeLoader.Train ? ImageSetName.Train : ImageSetName.Valid);
        Counts(predictions).ShouldBe(recorder.Confusions[0].Counts);
    }

    private static int[] Counts(ImagePredictions predictions)
    {
        var counts = new int[SignClasses.Count * SignClasses.Count];
        foreach (var image in Enumerable.Range(0, predictions.Count).Where(predictions.IsMeasured))
        {
            counts[(predictions.Labels[image] * SignClasses.Count) + predictions.Letters[image * ImagePredictions.Kept]]++;
        }

        return counts;
    }
}
