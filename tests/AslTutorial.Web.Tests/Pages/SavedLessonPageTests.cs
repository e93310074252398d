using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Components.Lessons.Cells;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Pages;
using AslTutorial.Web.Tests.Components.Lessons;
using Bunit;

namespace AslTutorial.Web.Tests.Pages;

public sealed class SavedLessonPageTests : IDisposable
{
    private readonly SavedPageContext _context = new();

    [Fact]
    public void Text_Saved_DrawnIntoTheSamePage()
    {
        _context.Notebooks.Cells["peek"] = FakeNotebooks.Done([CellOutput.Of("printed before")]);
        _context.Notebooks.Values[("peek", "rows")] = "7";
        var page = Open();
        page.WaitForAssertion(() => page.Markup.ShouldContain("printed before"));
        var cell = Cell(page, "peek");

        _context.Files.WriteText("After.", between: "A paragraph that is new.");
        _context.Saves.Tell();

        page.WaitForAssertion(() => page.Markup.ShouldContain("After."));
        page.Markup.ShouldContain("A paragraph that is new.");
        page.Markup.ShouldNotContain("Before.");
        page.Markup.ShouldContain("printed before");
        page.Find("#peek code-place").GetAttribute("data-kept").ShouldBe("7");
        Cell(page, "peek").ShouldBeSameAs(cell);
        _context.Saves.Watchers.ShouldBe(1);
    }

    [Fact]
    public void Listing_Saved_Drawn()
    {
        var page = Open();
        _context.Files.Write("code/peek.py", "frame.tail(⟪rows⟫)\n");
        _context.Saves.Tell();
        page.WaitForAssertion(() => page.Find("#peek .python code").TextContent.ShouldContain("tail"));
    }

    [Fact]
    public void Cell_Added_NeededByTheOneBelow()
    {
        var page = Open();
        _context.Files.Write("lesson.yml", """
            number: 9
            summary: { zh-CN: 短课, en: A short one }
            cells:
              - { id: setup, needs: [] }
              - { id: load, needs: [setup] }
              - id: peek
                needs: [load]
                parameters: [{ name: rows, label: { zh-CN: 行数, en: rows } }]
            """);
        _context.Files.Write("code/load.py", "frame = read()\n");
        _context.Files.WriteText("After.", between: "::: cell load\n:::");
        _context.Saves.Tell();
        page.WaitForAssertion(() => page.FindAll("[data-cell]").Select(cell => cell.Id).ShouldBe(["setup", "load", "peek"]));
        Cell(page, "peek").Desk.Plan.Missing("peek", _ => CellState.Untouched).ShouldBe(["setup", "load"]);
    }

    [Fact]
    public void Fault_Saved_NamedWhileTheLastGoodTextStays_AndGoesWhenMended()
    {
        var page = Open();
        page.FindComponents<LessonFaults>().ShouldBeEmpty();

        _context.Files.WriteText("After.", between: "::: cell nowhere\n:::");
        _context.Saves.Tell();

        page.WaitForAssertion(() => page.Find(".lesson-faults").TextContent.ShouldContain("short/en.md:13"));
        page.Find(".lesson-faults").TextContent.ShouldContain("nowhere");
        page.Find(".lesson-faults").TextContent.ShouldContain("the last version that can be shown");
        page.Markup.ShouldContain("Before.");

        _context.Files.WriteText("After.");
        _context.Saves.Tell();
        page.WaitForAssertion(() => page.FindAll(".lesson-faults").ShouldBeEmpty());
        page.Markup.ShouldContain("After.");
    }

    [Fact]
    public void Fault_ThereFromTheStart_NamedInsteadOfTheLesson_WhichComesWhenMended()
    {
        _context.Files.WriteText("After.", between: "::: cell nowhere\n:::");
        var page = Open();
        page.Find(".lesson-faults").TextContent.ShouldContain("nowhere");
        page.FindAll("article").ShouldBeEmpty();

        _context.Files.WriteText("After.");
        _context.Saves.Tell();
        page.WaitForAssertion(() => page.Find("article").TextContent.ShouldContain("After."));
        page.FindAll(".lesson-faults").ShouldBeEmpty();
    }

    [Fact]
    public void File_GoneForAMoment_NothingIsTakenFromThePage()
    {
        var page = Open();
        File.Delete(Path.Combine(_context.Files.Directory, LessonFiles.Slug, "en.md"));
        _context.Saves.Tell();
        _context.Files.WriteText("After.");
        _context.Saves.Tell();
        page.WaitForAssertion(() => page.Markup.ShouldContain("After."));
        page.FindAll("[data-cell]").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Page_Gone_TakesNoSaveAnyMore()
    {
        var page = Open();
        _context.Saves.Watchers.ShouldBe(1);
        await page.InvokeAsync(page.Instance.Dispose);
        _context.Saves.Watchers.ShouldBe(0);
    }

    [Fact]
    public void Fault_OutsideDevelopment_NotToldToReaders()
    {
        using var context = new SavedPageContext(isDevelopment: false);
        var page = context.Open();
        context.Files.WriteText("After.", between: "::: cell nowhere\n:::");
        page.Render(p => p.Add(it => it.Slug, LessonFiles.Slug));
        page.Markup.ShouldContain("Before.");
        page.FindAll(".lesson-faults").ShouldBeEmpty();
    }

    public void Dispose() => _context.Dispose();

    private IRenderedComponent<LessonPage> Open() => _context.Open();

    private static CellView Cell(IRenderedComponent<LessonPage> page, string id) =>
        page.FindComponents<CellView>().Single(cell => cell.Instance.Cell.Id == id).Instance;
}
