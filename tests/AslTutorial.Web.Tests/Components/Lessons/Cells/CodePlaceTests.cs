using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Cells;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Cells;

public sealed class CodePlaceTests
{
    [Fact]
    public void Listing_WithPlaces_ReadsAsTheCodeDoes()
    {
        using var lesson = new LessonContext();
        var cell = Cell(lesson, SampleLesson.Peek);
        cell.Find(".python code").TextContent.ShouldBe("frame.head()\na < b & c");
        cell.Find("code-place input").GetAttribute("value").ShouldBe("5");
        cell.Find("code-place input").GetAttribute("aria-label").ShouldBe("rows to show");
    }

    [Fact]
    public void Gaps_Several_AreNumbered()
    {
        using var lesson = new LessonContext();
        var cell = Cell(lesson, SampleLesson.Dataset);
        cell.FindAll(".place-number").Select(number => number.TextContent).ShouldBe(["1", "2"]);
        cell.FindAll("code-place input").Select(input => input.GetAttribute("aria-label")).ShouldBe(["Gap 1: the column", "Gap 2: number of channels"]);
    }

    [Fact]
    public void Place_IsMudBlazorsInput_DisabledAndTakingTheSameTextAgain()
    {
        using var lesson = new LessonContext();
        var told = new List<string?>();
        var place = lesson.Show<CodePlace>(p => p
            .Add(c => c.Key, "cnn/peek/rows").Add(c => c.Kept, "5").Add(c => c.Label, "rows").Add(c => c.ValueChanged, told.Add));
        place.Instance.ShouldBeAssignableTo<MudBlazor.MudBaseInput<string>>();

        place.Find("input").Change("7");
        place.Find("input").Change("7");
        told.ShouldBe(["7", "7"]);

        place.Find("input").HasAttribute("disabled").ShouldBeFalse();
        place.Render(p => p.Add(c => c.Disabled, true));
        place.Find("input").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public void Typed_IsKeptAndAcknowledged_TheFieldIsNotWrittenTo()
    {
        using var lesson = new LessonContext();
        var cell = Cell(lesson, SampleLesson.Peek);
        cell.Find("code-place input").Change("7");
        cell.WaitForAssertion(() => cell.Find("code-place").GetAttribute("data-kept").ShouldBe("7"));
        cell.Find("code-place").GetAttribute("data-ack").ShouldBe("7");
        cell.Find("code-place input").GetAttribute("value").ShouldBe("5");
        lesson.Notebooks.Values[("peek", "rows")].ShouldBe("7");
    }

    [Fact]
    public void Typed_Faulty_SentenceUnderTheCodeBoundToTheField()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.OnSet = (_, text) => text == "99" ? "At most 20." : null;
        var cell = Cell(lesson, SampleLesson.Peek);
        cell.Find("code-place input").Change("99");
        cell.WaitForAssertion(() => cell.Find(".cell-fault").TextContent.ShouldBe("rows to show At most 20."));
        var input = cell.Find("code-place input");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby").ShouldBe(cell.Find(".cell-fault").Id);
        cell.Find("code-place input").Change("9");
        cell.WaitForAssertion(() => cell.FindAll(".cell-fault").ShouldBeEmpty());
    }

    [Fact]
    public void Typed_Emptied_BackToTheDefault()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Values[("peek", "rows")] = "7";
        var cell = Cell(lesson, SampleLesson.Peek);
        cell.Find("code-place input").Change(" ");
        cell.WaitForAssertion(() => cell.Find("code-place").GetAttribute("data-kept").ShouldBe("5"));
        lesson.Notebooks.Values.ShouldBeEmpty();
    }

    [Fact]
    public void Reset_TakesEveryValueOfTheCellBack()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Values[("dataset", "label")] = "'x'";
        lesson.Notebooks.Values[("dataset", "channels")] = "3";
        var cell = Cell(lesson, SampleLesson.Dataset);
        cell.Find("button[title='Clear the gaps']").Click();
        cell.WaitForAssertion(() => cell.FindAll("code-place").Select(place => place.GetAttribute("data-kept")).ShouldAllBe(kept => kept == ""));
        cell.FindAll("button[title='Clear the gaps']").ShouldBeEmpty();
    }

    [Fact]
    public void Typed_AsBeforeAReset_IsAcknowledgedAgain()
    {
        using var lesson = new LessonContext();
        var place = lesson.Show<CodePlace>(p => p.Add(c => c.Key, "cnn/peek/rows").Add(c => c.Kept, "5").Add(c => c.Label, "rows"));
        place.Find("input").Change("7");
        place.Render(p => p.Add(c => c.Kept, "7"));
        place.Find("code-place").GetAttribute("data-ack").ShouldBe("7");

        place.Render(p => p.Add(c => c.Kept, "5"));
        place.Find("code-place").HasAttribute("data-ack").ShouldBeFalse();

        place.Find("input").Change("7");
        place.Find("code-place").GetAttribute("data-ack").ShouldBe("7");
    }

    [Fact]
    public void Typed_InAnotherTab_ReachesThisOne()
    {
        using var lesson = new LessonContext();
        var cell = Cell(lesson, SampleLesson.Peek);
        lesson.Notebooks.Values[("peek", "rows")] = "3";
        lesson.Notebooks.Tell();
        cell.WaitForAssertion(() => cell.Find("code-place").GetAttribute("data-kept").ShouldBe("3"));
    }

    [Fact]
    public void Facts_AfterARun_StandInTheListing()
    {
        using var lesson = new LessonContext();
        Cell(lesson, SampleLesson.Model).FindAll(".fact").Select(fact => fact.TextContent).ShouldBe(["# 25 x 28 x 28", "# 512"]);
        lesson.Notebooks.Cells["model"] = FakeNotebooks.Done(
            [],
            1,
            false,
            new(CellFactNames.LayerShape(0), CellValue.String("25 x 30 x 30")),
            new(CellFactNames.BrokenLayer, CellValue.Of(1)),
            new(CellFactNames.BrokenLayerPrint, CellValue.String("Linear(in_features=600, out_features=512, bias=True)")),
            new(CellFactNames.BrokenError, CellValue.String("RuntimeError: mat1 and mat2 shapes cannot be multiplied")),
            new(CellFactNames.FlattenedSize, CellValue.Of(675)));
        lesson.Notebooks.Tell();
        var cell = Cell(lesson, SampleLesson.Model);
        cell.WaitForAssertion(() => cell.FindAll(".fact").Select(fact => fact.TextContent).ShouldBe(["# 25 x 30 x 30", "# ?"]));
        var broken = cell.Find(".is-broken").TextContent;
        broken.ShouldContain("layer (1)");
        broken.ShouldContain("Linear(in_features=600");
        broken.ShouldContain("675");
        broken.ShouldContain("mat1 and mat2");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("标签", 4)]
    [InlineData("'标'", 4)]
    public void Columns_ChineseTakesTwo(string text, int columns) => TextColumns.Of(text).ShouldBe(columns);

    [Theory]
    [InlineData(.2, ".2")]
    [InlineData(.9, ".9")]
    [InlineData(0, "0")]
    [InlineData(1.5, "1.5")]
    public void PythonValue_Real_AsTheCourseWritesIt(double value, string text) => PythonValue.Text(CellValue.Of(value)).ShouldBe(text);

    private static IRenderedComponent<CellView> Cell(LessonContext lesson, LessonCell cell) => lesson.Show<CellView>(p => p.Add(c => c.Cell, cell));
}
