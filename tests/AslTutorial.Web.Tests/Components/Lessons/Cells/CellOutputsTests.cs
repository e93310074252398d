using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Cells;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Cells;

public sealed class CellOutputsTests
{
    [Fact]
    public void Text_ToTheCharacter()
    {
        const string Print = "array([[107, 118, ..., 202],\n       [155, <b>&amp;</b>, 149]], dtype=int64)";
        using var lesson = new LessonContext();
        Show(lesson, CellOutput.Of(Print)).Find("pre.output-text").TextContent.ShouldBe(Print);
    }

    [Fact]
    public void Text_Long_FoldedWithItsSizeNamedAndStillWhole()
    {
        using var lesson = new LessonContext();
        var text = string.Join('\n', Enumerable.Range(0, 120).Select(i => $"line {i}"));
        var shown = Show(lesson, CellOutput.Of(text));
        shown.Find("[data-fold] pre").TextContent.ShouldBe(text);
        shown.Find("[data-unfold] .fold-more").TextContent.ShouldBe("Show all 120 lines (969 characters)");
    }

    [Fact]
    public void Text_OfAModel_NotFolded()
    {
        using var lesson = new LessonContext();
        var text = string.Join('\n', Enumerable.Range(0, TextOutput.FoldedAbove));
        Show(lesson, CellOutput.Of(text)).FindAll("[data-fold]").ShouldBeEmpty();
    }

    [Fact]
    public void Image_HasItsLettersInTheAlternative()
    {
        using var lesson = new LessonContext();
        var shown = Show(lesson, CellOutput.Of(new CellImage([1, 2, 3], 304, 80, "dgc", 5, "English")));
        var image = shown.Find("img");
        image.GetAttribute("src").ShouldBe("data:image/png;base64,AQID");
        image.GetAttribute("alt").ShouldBe("3 images of hands. Their letters, from left to right: D G C");
        (image.GetAttribute("width"), image.GetAttribute("height")).ShouldBe(("304", "80"));
        shown.Find("figcaption").TextContent.ShouldBe("The first 3 of 5 images.");
    }

    [Fact]
    public void Image_WithRoomBelowItsHands_LettersAreText()
    {
        using var lesson = new LessonContext();
        var letters = Show(lesson, CellOutput.Of(new CellImage([1], HandGridLayout.Width(10), HandGridLayout.Height(10), "dgc?abcdef", 10, "English"))).FindAll(".hand-letters > span");
        letters.Select(letter => letter.TextContent).ShouldBe(["D", "G", "C", "", "A", "B", "C", "D", "E", "F"]);
        letters[9].GetAttribute("style").ShouldBe("left: 12.65%; top: 86.42%; width: 11.43%; height: 13.58%");
    }

    [Fact]
    public void Image_KeptWithLettersDrawnIn_HasThemOnce()
    {
        using var lesson = new LessonContext();
        Show(lesson, CellOutput.Of(new CellImage([1], 304, 76, "dgcab", 5, "English"))).FindAll(".hand-letters").ShouldBeEmpty();
    }

    [Fact]
    public void Table_RowsAndColumns()
    {
        using var lesson = new LessonContext();
        var shown = Show(lesson, CellOutput.Of(new CellTable(["a", "b"], [["1", "2"], ["3", "4"]])));
        shown.FindAll("th").Select(cell => cell.TextContent).ShouldBe(["a", "b"]);
        shown.FindAll("td").Select(cell => cell.TextContent).ShouldBe(["1", "2", "3", "4"]);
    }

    [Fact]
    public void Error_AsPythonShowsIt()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Cells["dataset"] = FakeNotebooks.Done([], count: 6);
        var error = new CellError("KeyError", "'<labels>'", [new("dataset", "MyDataset.__init__", "labels = pixels.pop('<labels>')")]);
        Show(lesson, CellOutput.Of(error)).Find("pre").TextContent.ShouldBe(
            "Traceback (most recent call last):\n  Cell In [6] dataset, in MyDataset.__init__\n    labels = pixels.pop('<labels>')\nKeyError: '<labels>'");
    }

    private static IRenderedComponent<CellOutputs> Show(LessonContext lesson, params CellOutput[] outputs) =>
        lesson.Show<CellOutputs>(p => p.Add(o => o.Outputs, outputs));
}
