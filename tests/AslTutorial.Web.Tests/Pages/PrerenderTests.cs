using System.Net;
using System.Text.RegularExpressions;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Widgets;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Components.Lessons;
using AslTutorial.Web.Tests.Components.Training;

namespace AslTutorial.Web.Tests.Pages;

public sealed partial class PrerenderTests(PageSite site) : IClassFixture<PageSite>
{
    [Theory]
    [InlineData("en", "That gap is what overfitting means.", "Free the memory")]
    [InlineData("zh-CN", "就是过拟合（overfitting）", "释放内存")]
    public async Task Lesson_FirstResponse_HoldsTheWholeProse(string culture, string prose, string lastButOneHeading)
    {
        var html = await site.ReadAsync($"/lessons/cnn?culture={culture}");
        html.ShouldContain(prose);
        html.ShouldContain(lastButOneHeading);
        SectionHeading().Count(html).ShouldBe(19);
        html.ShouldContain("class=\"training-panel\"");
        LessonWidgets.ById.Keys.ShouldAllBe(id => html.Contains($"<div id=\"widget-{id}\"><", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lesson_FirstResponse_CompressedToWhatAFirstViewHasRoomFor()
    {
        using var response = await site.GetAsync("/lessons/cnn?culture=en", ("Accept-Encoding", "gzip, br"));
        response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeInRange(20_000, 120_000);
    }

    [Fact]
    public async Task Lesson_NotebookCannotBeOpened_TheTextIsThere()
    {
        site.Notebooks.IsBroken = true;
        var html = await site.ReadAsync("/lessons/cnn?culture=en");
        site.Notebooks.IsBroken = false;
        SectionHeading().Count(html).ShouldBe(19);
    }

    [Fact]
    public async Task Lesson_OutputsAndValues_InTheFirstResponse()
    {
        site.Notebooks.Values[("dataset", "label")] = "'kept before'";
        site.Notebooks.Cells["setup"] = FakeNotebooks.Done([CellOutput.Of("printed before")], count: 3);
        var html = await site.ReadAsync("/lessons/cnn?culture=zh-CN");
        site.Notebooks.Values.Clear();
        site.Notebooks.Cells.Clear();
        html.ShouldContain("printed before");
        html.ShouldContain("value=\"&#x27;kept before&#x27;\"");
        html.ShouldContain("[3]");
    }

    [Theory]
    [InlineData("en", "There are two clues")]
    [InlineData("zh-CN", "线索有两条")]
    public async Task Lesson_FirstResponse_NothingOfTheSolutions(string culture, string answer)
    {
        var html = await site.ReadAsync($"/lessons/cnn?culture={culture}");
        html.ShouldNotContain(answer);
        html.ShouldContain("solution-dataset");
    }

    [Theory]
    [InlineData("/", "Begin with lesson")]
    [InlineData("/runs", "There is no run yet")]
    [InlineData("/data", "Twenty-four letters")]
    public async Task Page_FirstResponse_HoldsItsText(string address, string text)
    {
        var html = await site.ReadAsync($"{address}?culture=en");
        html.ShouldContain(text);
        Heading().Count(html).ShouldBe(1);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lessons/cnn")]
    [InlineData("/runs")]
    [InlineData("/data")]
    public async Task Page_SyntheticHands_SaidOnEveryPage(string address)
    {
        site.Trainers.Become(FakeTrainers.Connected(TrainerPhase.Idle));
        (await site.ReadAsync($"{address}?culture=en")).ShouldContain("drawn by this project", Case.Insensitive, address);
    }

    [Fact]
    public async Task Lesson_NoTrainerYetAndNoFolderOfRealData_SyntheticHandsAreSaid()
    {
        site.Trainers.Become();
        (await site.ReadAsync("/lessons/cnn?culture=en")).ShouldContain("synthetic-notice");
    }

    // By this notice, which comes before the sections, the style sheet chooses between the two texts.
    [Fact]
    public async Task Lesson_TextsOfBothDataSets_BelowTheNoticeOfTheSyntheticOne()
    {
        var idle = FakeTrainers.Connected(TrainerPhase.Idle);
        site.Trainers.Become(idle);
        var html = await site.ReadAsync("/lessons/cnn?culture=en");
        html.IndexOf("<aside class=\"callout synthetic-notice\"", StringComparison.Ordinal)
            .ShouldBeInRange(0, html.IndexOf("<section", StringComparison.Ordinal));
        Regex.Count(html, "class=\"of-set of-real\"").ShouldBe(Regex.Count(html, "class=\"of-set of-synthetic\""));
        Regex.Count(html, "class=\"of-set of-real\"").ShouldBeGreaterThan(2);

        site.Trainers.Become(idle with { Description = idle.Description! with { DataSet = SampleRuns.Synthetic with { Kind = DataSetInfo.SignMnist } } });
        (await site.ReadAsync("/lessons/cnn?culture=en")).ShouldNotContain("synthetic-notice");
    }

    [Fact]
    public async Task Runs_OwnRun_InTheFirstResponse()
    {
        site.Runs.All.Add(SampleRuns.Ended(RunState.Completed));
        var html = await site.ReadAsync("/runs?culture=en");
        site.Runs.All.Clear();
        html.ShouldContain($"runs/{SampleRuns.Id}");
        html.ShouldContain("2 of 20 epochs");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lessons/cnn")]
    [InlineData("/data")]
    public async Task Page_Scripts_AreFilesOfTheSite(string address)
    {
        var html = await site.ReadAsync(address);
        Script().Matches(html).Select(m => m.Groups[1].Value).ShouldAllBe(attributes => attributes.Contains("src=\"", StringComparison.Ordinal));
        Reference().Matches(html).Select(m => m.Groups[1].Value).ShouldNotContain(url => url.Contains("//", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nowhere", "There is no page here")]
    [InlineData("/lessons/nowhere", "There is no page here")]
    public async Task Page_UnknownAddress_NotFoundInTheSitesWords(string address, string text)
    {
        using var response = await site.GetAsync($"{address}?culture=en");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(text);
    }

    [Fact]
    public async Task Page_Fault_ErrorPageWithoutDetails()
    {
        using var response = await site.GetAsync("/fault?culture=en");
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldContain("The site met a fault");
        html.ShouldNotContain("A fault of a page.");
    }

    [Theory]
    [InlineData("/api/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/fault", HttpStatusCode.InternalServerError)]
    public async Task ProgramsAddress_Fault_NoPage(string address, HttpStatusCode status)
    {
        using var response = await site.GetAsync(address);
        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("<html");
    }

    [GeneratedRegex("<h[23] id=\"[a-z][a-z0-9-]+\" data-anchor")]
    private static partial Regex SectionHeading();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<script([^>]*)>")]
    private static partial Regex Script();

    [GeneratedRegex("<(?:script|link|img)[^>]* (?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
