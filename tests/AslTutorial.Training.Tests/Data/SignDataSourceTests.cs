using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Tests.Data;

public sealed class SignDataSourceTests
{
    [Fact]
    public void Load_EveryForm_GivesTheSameDataAndDigest()
    {
        var published = ScratchFolder.PublishedLabels.ToArray();
        var contiguous = Enumerable.Range(0, 24).ToArray();
        using var plain = new ScratchFolder();
        plain.Write("sign_mnist_train.csv", CsvText.File(published));
        plain.Write("sign_mnist_valid.csv", CsvText.File(1, 10));
        using var other = new ScratchFolder();
        other.WriteGzip("sign_mnist_train.csv.gz", "\uFEFF" + CsvText.File(contiguous).ReplaceLineEndings("\r\n"));
        other.WriteGzip("sign_mnist_test.csv.gz", CsvText.File(1, 9));

        var first = Load(plain);
        var second = Load(other);

        first.Train.Labels.ShouldBe(contiguous.Select(label => (byte)label));
        second.Train.Labels.ShouldBe(first.Train.Labels);
        second.Train.Pixels.ShouldBe(first.Train.Pixels);
        second.Valid.Labels.ShouldBe([1, 9]);
        second.Info.ShouldBe(first.Info);
        first.Info.ShouldBe(new DataSetInfo(DataSetInfo.SignMnist, 24, 2, first.Info.Digest));
        first.Info.Digest.Length.ShouldBe(64);
    }

    [Fact]
    public void Load_OnePixelOrLabelDiffers_HasAnotherDigest()
    {
        using var folder = new ScratchFolder();
        folder.WriteDataSet();
        var digest = Load(folder).Info.Digest;

        folder.Write("sign_mnist_valid.csv", CsvText.Lines(CsvText.Header, CsvText.Row(24), CsvText.Row(0, 1), CsvText.Row(11, 2)));
        var otherLabel = Load(folder).Info.Digest;
        folder.Write("sign_mnist_valid.csv", CsvText.Lines(CsvText.Header, CsvText.RowWith(9, "1")));
        var otherPixel = Load(folder).Info.Digest;

        new[] { digest, otherLabel, otherPixel }.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Load_CodingUnsettled_SaysWhatIsAssumed()
    {
        using var folder = new ScratchFolder();
        folder.Write("sign_mnist_train.csv", CsvText.File(0, 10));
        folder.Write("sign_mnist_valid.csv", CsvText.File(1));
        var notes = new Notes();

        SignDataSource.Load(new SignDataOptions(folder.Path, ""), notes, CancellationToken.None).Train.Labels.ShouldBe([0, 9]);

        notes.All.ShouldContain(note => note.Contains("0-24 without 9"));
    }

    [Fact]
    public void Load_FaultyFile_NamesItsPath()
    {
        using var folder = new ScratchFolder();
        folder.WriteDataSet();
        folder.Write("sign_mnist_valid.csv", CsvText.Lines(CsvText.Header, CsvText.RowWith(18, "256")));

        Should.Throw<SignDataException>(() => Load(folder)).Message.ShouldStartWith($"{folder["sign_mnist_valid.csv"]}, line 2, column 18 (pixel17):");
    }

    [Fact]
    public void Load_Cancelled_Throws()
    {
        using var folder = new ScratchFolder();
        folder.WriteDataSet();

        Should.Throw<OperationCanceledException>(() => SignDataSource.Load(new SignDataOptions(folder.Path, ""), null, new CancellationToken(canceled: true)));
        Should.Throw<OperationCanceledException>(() => SignDataSource.Load(new SignDataOptions(null, ""), null, new CancellationToken(canceled: true)));
    }

    private static SignData Load(ScratchFolder folder) => SignDataSource.Load(new SignDataOptions(folder.Path, ""), null, CancellationToken.None);
}
