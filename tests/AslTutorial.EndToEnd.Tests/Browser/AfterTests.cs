using System.Text.RegularExpressions;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Predict first: what gives an answer away is folded until it was predicted or skipped, and never lost.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AfterTests(ChromiumFixture chromium, RunningSite site)
{
    private const string Lesson = "/lessons/cnn?culture=en";

    private static readonly Regex Counted = new(@"^\s*In\s\[\d\]\s*$");

    [Fact]
    public async Task Answered_TheLastOfItsQuestions_WhatFollowsOpensAndWorks()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync($"{Lesson}#shape-block-1", whole: false);
        var notebook = new NotebookOnPage(visit.Page);
        await Assertions.Expect(notebook.Cell("model")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator("#fig-whole-net")).ToBeHiddenAsync();

        await PredictAsync(visit, "shape-block-1", "25 14 14");
        await Assertions.Expect(notebook.Cell("model")).ToBeHiddenAsync();
        await PredictAsync(visit, "shape-block-3", "75 4 4");

        await Assertions.Expect(visit.Page.Locator("#fig-whole-net .figure-wide svg")).ToBeVisibleAsync();
        await notebook.Cell("model").ScrollIntoViewIfNeededAsync();
        await notebook.RunThroughAsync("model");
        await Assertions.Expect(notebook.Number("model")).ToHaveTextAsync(Counted);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Skipped_FocusGoesOnInItAndItStaysOpen()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync($"{Lesson}#params-conv1", whole: false);
        var fold = Fold(visit.Page, "make 250 parameters");
        await Assertions.Expect(fold.Locator(".after-body")).ToBeHiddenAsync();

        await fold.Locator("[data-skip]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(fold.Locator(".after-body")).ToBeFocusedAsync();
        await Assertions.Expect(fold.Locator(".after-line")).ToHaveCountAsync(0);
        await visit.OpenAsync($"{Lesson}&again=1#params-conv1", whole: false);
        await Assertions.Expect(Fold(visit.Page, "make 250 parameters").Locator(".after-body")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#params-conv1 [data-check]")).ToBeVisibleAsync();
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Link_ToAPlaceInIt_OpensItBeforeAndAfterTheCircuit()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync($"{Lesson}#model");
        await Assertions.Expect(visit.Page.Locator("#model")).ToBeInViewportAsync();
        await visit.OpenAsync($"{Lesson}&again=1#model", whole: false);
        await Assertions.Expect(visit.Page.Locator("#model [data-run]")).ToBeEnabledAsync();
        await Assertions.Expect(visit.Page.Locator("#model")).ToBeInViewportAsync();

        await visit.OpenAsync(Lesson, whole: false);
        await visit.Page.EvaluateAsync("document.querySelector('article p').insertAdjacentHTML('beforeend', '<a href=\"lessons/cnn#fig-flatten\">there</a>')");
        await visit.Page.Locator("article a[href$='#fig-flatten']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#fig-flatten")).ToBeInViewportAsync();
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task BrowsersOwnSearch_OpensWhatItFinds()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync($"{Lesson}#:~:text=some%20feature%20is%20present");
        await Assertions.Expect(Fold(visit.Page, "some feature is present").Locator("p", new() { HasText = "some feature is present" })).ToBeInViewportAsync();
        await Assertions.Expect(Fold(visit.Page, "some feature is present").Locator(".after-line")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task WithoutScript_OpenAndTheQuestionsSayThatTheyAreAnsweredBelow()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = false, BaseURL = site.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Lesson);
        await Assertions.Expect(page.Locator("#model")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#discussion ~ lesson-after table")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#shape-block-1 .predict-below")).ToBeVisibleAsync();
        (await page.Locator(".after-line").Locator("visible=true").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task OnPaperAndSaved_OpenAndTheQuestionsSayThatTheyAreAnsweredBelow()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync(Lesson, whole: false);
        await visit.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await Assertions.Expect(visit.Page.Locator("#shape-block-1 .predict-below")).ToBeHiddenAsync();

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await ShouldBeOpenAsync(visit.Page);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Assertions.Expect(visit.Page.Locator("#model")).ToBeHiddenAsync();

        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("[data-save-page]").ClickAsync());
        var html = await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.SetContentAsync(html);
        await ShouldBeOpenAsync(visit.Page);
    }

    [Fact]
    public async Task Training_ReferenceCurve_ComesWithTheAnswerToItsQuestion()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync($"{Lesson}#validation-curve", whole: false);
        var note = visit.Page.Locator("training-chart .tc-note-text");
        await visit.Page.Locator("training-chart").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(visit.Page.Locator("training-chart svg")).ToBeVisibleAsync();
        await Assertions.Expect(note).ToHaveCountAsync(0);

        await visit.Page.Locator("#validation-curve input[value=smooth]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page.Locator("#validation-curve.is-answered")).ToBeVisibleAsync();
        await Assertions.Expect(note).ToContainTextAsync("Reference");
        await Assertions.Expect(visit.Page.Locator("#discussion ~ lesson-after table")).ToBeVisibleAsync();
        await visit.Page.Locator(".predictions").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(visit.Page.Locator(".predictions li").Last.Locator("dd").First).ToContainTextAsync("rise steadily");
        await Assertions.Expect(visit.Page.Locator(".predictions li").Last.Locator("dd").Nth(1)).ToContainTextAsync("go up and down");
        visit.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task HowToSubmit_StandsAtEveryQuestion(int width)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width);
        await visit.OpenAsync(Lesson);
        (await visit.Page.Locator("[data-predict] [data-check]").Locator("visible=true").CountAsync()).ShouldBe(11);
        var count = visit.Page.Locator("#batch-count");
        var (field, button) = ((await count.Locator("input").BoundingBoxAsync())!, (await count.Locator("[data-check]").BoundingBoxAsync())!);
        (button.X + button.Width).ShouldBeLessThanOrEqualTo(width);
        Math.Abs(button.Y + (button.Height / 2) - field.Y - (field.Height / 2)).ShouldBeLessThan(60);
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    private static ILocator Fold(IPage page, string text) => page.Locator("lesson-after", new() { HasText = text });

    private static async Task PredictAsync(Visit visit, string question, string answer)
    {
        var box = visit.Page.Locator($"[id='{question}']");
        await box.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(box.Locator("[data-check]")).ToBeEnabledAsync();
        await box.Locator("input").FillAsync(answer);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator($"[id='{question}'].is-answered")).ToBeVisibleAsync();
    }

    private static async Task ShouldBeOpenAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("#model .python pre")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#shape-block-1 .predict-below")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-skip]").Locator("visible=true")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#who-shuffles .predict-below")).ToHaveCountAsync(0);
    }
}
