using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class BoundedLinesTests
{
    [Fact]
    public async Task ReadAsync_Lines_ComeOneByOne()
    {
        (await ReadAsync("one\r\n\ntwo\nthree")).ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public async Task ReadAsync_EndlessLine_IsCutOffAndTheNextIsWhole()
    {
        var lines = await ReadAsync(new string('x', 50_000) + "\nnext\n");

        lines[0].ShouldBe(new string('x', BoundedLines.MaxLength));
        lines[1].ShouldBe("next");
    }

    private static async Task<List<string>> ReadAsync(string text)
    {
        var lines = new List<string>();
        using var reader = new StringReader(text);
        await BoundedLines.ReadAsync(reader, lines.Add);
        return lines;
    }
}
