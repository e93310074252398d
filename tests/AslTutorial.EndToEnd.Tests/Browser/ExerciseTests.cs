using AslTutorial.EndToEnd.Tests.Site;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ExerciseTests(ChromiumFixture chromium, RunningSite site)
{
    private const string Exercise = "dataset";

    private static readonly AxeRunContext Practice = new() { Include = [new(".exercise"), new("[data-predict]"), new(".reveal"), new(".contents")] };

    private static readonly string[] Plural = ["'labels'", "IMG_CHS", "28", "IMG_HEIGHT"];

    [Fact]
    public async Task Dataset_WrongThenRight_TheTruePythonErrorIsKeptAndTheExerciseSolved()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await AnswerAsync(visit, notebook, Plural);
        await Assertions.Expect(Error(notebook)).ToContainTextAsync("KeyError: 'labels'");
        await Assertions.Expect(notebook.Field(Exercise)).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(notebook.Cell(Exercise).Locator(".gap-notes li")).ToContainTextAsync("no column of that name");

        notebook = await NotebookOnPage.ReturnAsync(visit, "/lessons/cnn?culture=zh-CN");
        await Assertions.Expect(Error(notebook)).ToContainTextAsync("KeyError: 'labels'");
        await Assertions.Expect(notebook.Cell(Exercise).Locator(".gap-notes li")).ToContainTextAsync("列名是单数");

        await notebook.Field(Exercise).FillAsync("'label'");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(notebook.Cell(Exercise).Locator(".exercise-head.is-solved")).ToBeVisibleAsync();
        await Assertions.Expect(notebook.Cell(Exercise).Locator(".python-says")).ToContainTextAsync("第一个批次已经跑通");
        await Assertions.Expect(visit.Page.Locator(".rail-exercise.is-solved")).ToHaveCountAsync(1);

        await visit.Page.Locator("#solution-dataset .reveal-title").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#solution-dataset .solution code").First).ToContainTextAsync("pixels.pop('label')");
        await CheckByAxeAsync(visit);
        visit.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Checked_OnAPhone_NeverScrollsSidewaysAndAxeHasNothingToSay(ColorScheme theme)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390, theme: theme);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=zh-CN");
        await AnswerAsync(visit, notebook, Plural);
        await Assertions.Expect(Error(notebook)).ToBeVisibleAsync();
        await notebook.Cell(Exercise).Locator(".cell-hint").ClickAsync();
        await Assertions.Expect(notebook.Cell(Exercise).Locator(".exercise-hints li")).ToHaveCountAsync(1);

        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
        (await notebook.Cell(Exercise).Locator("[data-check]").BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(44);
        await CheckByAxeAsync(visit);
    }

    [Fact]
    public async Task RunsWithoutAnError_WhatItDoesIsShownOnRequestAndThereOnReturn()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, theme: ColorScheme.Dark);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var cell = notebook.Cell("dataloader");
        await notebook.Field("dataloader", 1).FillAsync("shuffle='True'");
        await visit.Page.Keyboard.PressAsync("Enter");

        await cell.Locator(".consequence-order button").ClickAsync();

        await Assertions.Expect(cell.Locator(".consequence tbody td").First).ToHaveTextAsync("RandomSampler");
        await CheckByAxeAsync(visit);
        notebook = await NotebookOnPage.ReturnAsync(visit, "/lessons/cnn?culture=en");
        await Assertions.Expect(notebook.Cell("dataloader").Locator(".consequence tbody td").First).ToHaveTextAsync("RandomSampler");
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Predictions_CheckedByEnterOrByTheRunThatFollows()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var (count, shape) = (visit.Page.Locator("#batch-count"), visit.Page.Locator("#reshape-shape"));
        await count.Locator("input").FillAsync("many");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(count.Locator(".predict-unread")).ToContainTextAsync("Write a number");
        await count.Locator("input").FillAsync("857");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(count.Locator(".predict-outcome.is-wrong")).ToContainTextAsync("31 are left");

        await shape.Locator("input").FillAsync("5 1 28 28");
        await notebook.RunThroughAsync("reshape");

        await Assertions.Expect(shape.Locator(".predict-outcome.is-right")).ToBeVisibleAsync();
        await Assertions.Expect(shape.Locator(".predicted")).ToHaveTextAsync("5 1 28 28");
        await CheckByAxeAsync(visit);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Choice_ChangedBeforeTheServerHasAnswered_IsNotUndoneByTheAnswerToTheFirst()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var line = await SlowLine.BeforeAsync(visit.Page);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var options = visit.Page.Locator("[id='who-shuffles'] input");
        await options.First.FocusAsync();
        line.Hold();
        await visit.Page.Keyboard.PressAsync("Space");
        var answers = await line.HeldAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");

        line.Release(answers);

        await Assertions.Expect(options.First).Not.ToBeCheckedAsync();
        await Assertions.Expect(options.Nth(1)).ToBeCheckedAsync();
        line.ReleaseAll();
        await visit.Page.Locator("[id='who-shuffles'] [data-check]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[id='who-shuffles'].is-answered")).ToBeVisibleAsync();
        await Assertions.Expect(options.Nth(1)).ToBeCheckedAsync();
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gap_StorageForbidden_TypedBeforeTheCircuitIsKeptAndEnterChecksWhatStandsThere()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.ForbidStorageAsync();
        await visit.Page.GotoAsync("/lessons/cnn?culture=en#batch-count");
        var count = visit.Page.Locator("#batch-count");
        await count.Locator("input").FillAsync("857");
        await Assertions.Expect(count.Locator("[data-check]")).ToBeEnabledAsync();
        await Assertions.Expect(count.Locator("input")).ToHaveValueAsync("857");

        await count.Locator("input").FillAsync("858");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(count.Locator(".predict-outcome.is-right")).ToBeVisibleAsync();
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_AfterACheck_HoldsVerdictErrorAndOpenedHint()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await AnswerAsync(visit, notebook, Plural);
        await Assertions.Expect(Error(notebook)).ToBeVisibleAsync();
        await notebook.Cell(Exercise).Locator(".cell-hint").ClickAsync();
        await Assertions.Expect(notebook.Cell(Exercise).Locator(".exercise-hints li")).ToHaveCountAsync(1);

        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("[data-save-page]").ClickAsync());
        var html = await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);

        html.ShouldContain("no column of that name");
        html.ShouldContain("<b>KeyError</b>: 'labels'");
        html.ShouldContain("Look at the peek cell again");
        html.ShouldContain("aria-label=\"not right yet\"");
        html.ShouldNotContain("data-check");
    }

    // By keyboard alone: Tab goes from gap to gap, Enter checks.
    private static async Task AnswerAsync(Visit visit, NotebookOnPage notebook, IReadOnlyList<string> answers)
    {
        await notebook.Field(Exercise).FocusAsync();
        foreach (var (i, answer) in answers.Index())
        {
            await Assertions.Expect(notebook.Field(Exercise, i)).ToBeFocusedAsync();
            await visit.Page.Keyboard.TypeAsync(answer);
            await visit.Page.Keyboard.PressAsync(i < answers.Count - 1 ? "Tab" : "Enter");
        }
    }

    /// <summary>What exercises have on the page; the whole of it is checked elsewhere, and takes ten times as long.</summary>
    private static async Task CheckByAxeAsync(Visit visit) => (await visit.Page.RunAxe(Practice)).Violations
        .Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Target))}")
        .ShouldBeEmpty();

    private static ILocator Error(NotebookOnPage notebook) => notebook.Cell(Exercise).Locator(".exercise-result .output-error");
}
