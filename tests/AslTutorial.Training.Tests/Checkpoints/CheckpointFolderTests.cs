using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Checkpoints;

public sealed class CheckpointFolderTests
{
    [Fact]
    public void Save_SeveralEpochs_KeepsTheLastTwo()
    {
        using var temp = new TempFolder();
        var folder = new CheckpointFolder(temp.Path);
        for (var epochs = 8; epochs <= 11; epochs++)
        {
            folder.Save(epochs, File(epochs));
        }

        Directory.GetFiles(temp.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["checkpoint-000010.safetensors", "checkpoint-000011.safetensors"]);
        folder.Load().ShouldBe(File(11));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void Load_LatestCutOff_FallsBackToThePreviousAndSaysSo(int length)
    {
        using var temp = new TempFolder();
        var folder = new CheckpointFolder(temp.Path);
        folder.Save(1, File(1));
        folder.Save(2, File(2));
        var latest = temp.File("checkpoint-000002.safetensors");
        System.IO.File.WriteAllBytes(latest, File(2)[..length]);
        var said = new List<string>();

        folder.Load(said.Add).ShouldBe(File(1));

        said.ShouldHaveSingleItem().ShouldContain(latest);
    }

    [Fact]
    public void Load_UnfinishedFileBeside_IsNotTaken()
    {
        using var temp = new TempFolder();
        var folder = new CheckpointFolder(temp.Path);
        folder.Save(1, File(1));
        System.IO.File.WriteAllBytes(temp.File("checkpoint-000002.safetensors.part"), File(2));

        folder.Load().ShouldBe(File(1));
    }

    [Fact]
    public void Load_NoFolder_IsNull()
    {
        using var temp = new TempFolder();

        new CheckpointFolder(temp.File("none")).Load().ShouldBeNull();
    }

    [Fact]
    public void Save_AfterGoingBackToThePrevious_ReplacesTheDamagedOne()
    {
        using var temp = new TempFolder();
        var folder = new CheckpointFolder(temp.Path);
        folder.Save(1, File(1));
        System.IO.File.WriteAllBytes(temp.File("checkpoint-000002.safetensors"), [1, 2, 3]);

        folder.Save(2, File(2));

        folder.Load(_ => throw new InvalidOperationException("nothing is damaged")).ShouldBe(File(2));
    }

    [Fact]
    public void IsEmpty_BeforeAndAfterACheckpoint_TellsThemApart()
    {
        using var temp = new TempFolder();
        var folder = new CheckpointFolder(temp.Path);

        folder.IsEmpty.ShouldBeTrue();
        folder.Save(1, File(1));
        folder.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Read_WrittenCheckpoint_GivesTheSame()
    {
        var checkpoint = Sample(3);

        var read = CheckpointFile.Read(CheckpointFile.Write(checkpoint));

        read.Settings.ShouldBe(checkpoint.Settings);
        read.DataDigest.ShouldBe("digest");
        read.History.ShouldBe(checkpoint.History);
        read.Confusions.Select(matrix => matrix.Counts[0]).ShouldBe([0, 1, 2]);
        read.Tensors.Keys.ShouldBe(["x"]);
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefused()
    {
        var file = File(1);
        for (var position = 0; position < file.Length; position++)
        {
            var damaged = file.ToArray();
            damaged[position] ^= 0x04;

            Should.Throw<SafeTensorsException>(() => CheckpointFile.Read(damaged), $"byte {position}");
        }
    }

    [Fact]
    public void Read_WeightsInsteadOfACheckpoint_IsRefused()
    {
        var weights = SafeTensorsWriter.Write(new(Sample(1).Tensors, new Dictionary<string, string>()));

        Should.Throw<SafeTensorsException>(() => CheckpointFile.Read(weights)).Message.ShouldContain("no checkpoint");
    }

    private static byte[] File(int epochs) => CheckpointFile.Write(Sample(epochs));

    private static Checkpoint Sample(int epochs) => new(
        new TrainingSettings(LearningRate: 0.1 + 0.2),
        "digest",
        [.. Enumerable.Range(0, epochs).Select(epoch => new EpochResult(epoch, 1 / 3.0, 2, 3, 4, 5, 6, 7, 8, "CPU"))],
        [.. Enumerable.Range(0, epochs).Select(epoch => new ConfusionMatrix([.. Enumerable.Repeat(epoch, 576)]))],
        new Dictionary<string, TensorData> { ["x"] = TensorData.Of<float>(TensorType.F32, [1], [1]) });
}
