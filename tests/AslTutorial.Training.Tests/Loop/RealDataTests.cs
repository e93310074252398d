using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Loop;

public sealed class RealDataTests
{
    private static string Folder => Path.GetFullPath(Path.Combine(TestPaths.RepositoryRoot, "..", "shared", "data", "asl"));

    [Fact]
    public void Train_OneEpochOnAQuarterOfTheRealImages_RecognisesMostOfTheRest()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "the real images are not on this machine");
        using var cache = new TempFolder();
        var data = SignDataSource.Load(new SignDataOptions(Folder, cache.Path), null, TestContext.Current.CancellationToken);
        var recorder = new Recorder();
        using var trainer = new TorchTrainer(TestTorch.Device, data);

        var outcome = trainer.Train(
            new(Epochs: 1, TrainLimit: 6400), null, recorder, TestContext.Current.CancellationToken);

        outcome.End.Outcome.ShouldBe(RunOutcome.Completed);
        recorder.Epochs[0].ValidAccuracy.ShouldBeGreaterThan(0.8);
    }
}
