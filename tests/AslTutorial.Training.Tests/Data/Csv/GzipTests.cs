using System.IO.Compression;
using System.Text;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Tests.Data.Csv;

public sealed class GzipTests
{
    [Fact]
    public void Read_Gzip_GivesTheRowsOfThePlainFile()
    {
        using var folder = new ScratchFolder();
        var text = CsvText.File(1, 2, 3);
        folder.Write("a.csv", text);
        folder.WriteGzip("a.csv.gz", text);

        var plain = CsvFile.Read(new SignFile(folder["a.csv"], IsGzip: false), CancellationToken.None);
        var gzip = CsvFile.Read(new SignFile(folder["a.csv.gz"], IsGzip: true), CancellationToken.None);

        gzip.Codes.ShouldBe(plain.Codes);
        gzip.Pixels.ShouldBe(plain.Pixels);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(800)]
    [InlineData(3000)]
    public void Read_TruncatedGzip_NamesTheLineItBreaksOffIn(int bytesLost)
    {
        var fault = FaultOf(ScratchFolder.Gzip(CsvText.File(Enumerable.Repeat(4, 40)))[..^bytesLost]);

        fault.Line.ShouldNotBeNull().ShouldBeInRange(2, 42);
        fault.Column.ShouldNotBeNull();
        fault.Message.ShouldContain("the compressed data is damaged or ends too early");
    }

    [Fact]
    public void Read_GzipCutBeforeItsChecksum_IsRefused()
    {
        FaultOf(ScratchFolder.Gzip(CsvText.File(1, 2))[..^8]).Message.ShouldContain("damaged or ends too early");
    }

    [Fact]
    public void Read_GzipWithAFlippedBit_IsRefused()
    {
        var bytes = ScratchFolder.Gzip(CsvText.File(1, 2));
        bytes[^6] ^= 1;

        FaultOf(bytes).Message.ShouldContain("damaged or ends too early");
    }

    [Fact]
    public void Read_GzipCutWhereARowEnds_IsRefused()
    {
        // Stored, not compressed: the cut can be put right behind a line end.
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(CsvText.File(1, 2, 3)));
        }

        var bytes = packed.ToArray();
        var fault = FaultOf(bytes[..(Array.LastIndexOf(bytes, (byte)'\n', bytes.Length - 1500) + 1)]);

        (fault.Line, fault.Column).ShouldBe((4, 1));
        fault.Message.ShouldContain("damaged or ends too early");
    }

    [Fact]
    public void Read_GzipOfSeveralMembers_IsReadWhole()
    {
        using var folder = new ScratchFolder();
        byte[] members = [.. ScratchFolder.Gzip(CsvText.Header + "\n"), .. ScratchFolder.Gzip(CsvText.Row(1) + "\n"), .. ScratchFolder.Gzip(CsvText.Row(2) + "\n")];
        File.WriteAllBytes(folder["a.csv.gz"], members);

        CsvFile.Read(new SignFile(folder["a.csv.gz"], IsGzip: true), CancellationToken.None).Codes.ShouldBe([1, 2]);
        FaultOf(members[..^4]).Message.ShouldContain("damaged or ends too early");
    }

    [Fact]
    public void Read_GzipThatIsNone_SaysSo()
    {
        FaultOf("label,pixel1"u8.ToArray()).Message.ShouldContain("expected a gzip file, as its name says, and found something else");
    }

    [Fact]
    public void Read_EmptyGzip_IsAnEmptyFile()
    {
        FaultOf([]).Message.ShouldContain("found an empty file");
    }

    private static SignDataException FaultOf(byte[] bytes)
    {
        using var folder = new ScratchFolder();
        File.WriteAllBytes(folder["a.csv.gz"], bytes);
        return Should.Throw<SignDataException>(() => CsvFile.Read(new SignFile(folder["a.csv.gz"], IsGzip: true), CancellationToken.None));
    }
}
