using System.Text;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Tests.Data.Csv;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("\n", "", true)]
    [InlineData("\n", "", false)]
    [InlineData("\r\n", "", true)]
    [InlineData("\r\n", "", false)]
    [InlineData("\n", "\uFEFF", true)]
    [InlineData("\r\n", "\uFEFF", false)]
    public void Read_AnyLineEndAndMark_GivesTheSameRows(string lineEnd, string mark, bool lastLineEnd)
    {
        var text = mark + string.Join(lineEnd, CsvText.Header, CsvText.Row(3, 0), CsvText.Row(24, 1)) + (lastLineEnd ? lineEnd : "");

        var table = Read(CsvText.Stream(text));

        table.Codes.ShouldBe([3, 24]);
        table.Pixels.ShouldBe(PixelsOf(2));
    }

    [Fact]
    public void Read_EmptyLinesAtTheEnd_AreIgnored()
    {
        Read(CsvText.Stream(CsvText.File(1, 2) + "\r\n\n")).Codes.ShouldBe([1, 2]);
    }

    [Fact]
    public void Read_LeadingZeros_AreNumbers()
    {
        Read(CsvText.Stream(CsvText.Lines(CsvText.Header, CsvText.RowWith(2, "007")))).Pixels[0].ShouldBe((byte)7);
    }

    [Fact]
    public void Read_EveryPixelValue_IsDecoded()
    {
        var fields = Enumerable.Range(0, CsvText.PixelCount).Select(i => (i * 5) % 256).ToArray();
        var table = Read(CsvText.Stream(CsvText.Lines(CsvText.Header, "0," + string.Join(',', fields))));

        table.Pixels.ShouldBe(fields.Select(f => (byte)f));
        table.Pixels.Distinct().Count().ShouldBe(256);
    }

    [Theory]
    [InlineData(3000, 1_000_000)]
    [InlineData(200, 37)]
    [InlineData(2, 1)]
    public void Read_RowsAcrossBuffersAndBlocks_AreWhole(int rows, int bytesAtOnce)
    {
        using var stream = new DrippingStream(CsvText.Stream(CsvText.File(Enumerable.Range(0, rows).Select(row => row % 9))), bytesAtOnce);

        var table = Read(stream);

        table.Codes.ShouldBe(Enumerable.Range(0, rows).Select(row => (byte)(row % 9)));
        table.Pixels.AsSpan().SequenceEqual(PixelsOf(rows)).ShouldBeTrue();
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        Should.Throw<OperationCanceledException>(() => CsvFile.Read(CsvText.Stream(CsvText.File(1)), "f.csv", new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Read_LineWithoutEnd_IsRefusedEarlyInLittleMemory()
    {
        using var stream = new EndlessStream(Encoding.ASCII.GetBytes(CsvText.Header + "\n"), (byte)'1');
        var before = GC.GetAllocatedBytesForCurrentThread();

        var fault = Should.Throw<SignDataException>(() => Read(stream));

        fault.Line.ShouldBe(2);
        fault.Column.ShouldBe(1);
        stream.BytesRead.ShouldBeLessThan(1_000_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2_000_000);
    }

    [Fact]
    public void Read_ManyRows_AllocatesNoMoreThanTwiceTheRows()
    {
        const int rows = 4000;
        using var stream = CsvText.Stream(CsvText.File(Enumerable.Repeat(1, rows)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read(stream);

        // Blocks of a thousand rows, and the joined array; the text itself is twenty times the pooled window.
        var allowed = (2 * (rows + 1024) * (CsvText.PixelCount + 1)) + 600_000;
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(allowed);
    }

    private static CsvTable Read(Stream stream) => CsvFile.Read(stream, "f.csv", CancellationToken.None);

    private static byte[] PixelsOf(int rows) =>
        [.. Enumerable.Range(0, rows).SelectMany(row => Enumerable.Range(0, CsvText.PixelCount).Select(i => CsvText.Pixel(row, i)))];
}
