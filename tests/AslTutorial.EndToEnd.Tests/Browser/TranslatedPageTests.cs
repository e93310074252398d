using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>A page whose texts a translator or a highlighter of words has wrapped goes on, and what it says is true.</summary>
[Collection(TrainingCollection.Name)]
public sealed class TranslatedPageTests(ChromiumFixture chromium, RunningSite site)
{
    /// <summary>Of a lesson there are thousands.</summary>
    private const int Many = 300;

    [Theory]
    [InlineData("copies")]
    [InlineData("moves")]
    [InlineData("highlights")]
    public async Task Lesson_Translated_RunsChecksAndTrains(string way)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var translator = new Translator(visit.Page);
        await translator.TranslateAsync(way);
        (await translator.CountAsync()).ShouldBeGreaterThan(Many);

        await notebook.RunAsync("reshape");
        await Assertions.Expect(notebook.Cell("reshape").Locator(".cell-notice")).ToBeVisibleAsync();
        await notebook.Cell("reshape").Locator(".cell-notice button").ClickAsync();
        await Assertions.Expect(notebook.Number("reshape")).ToHaveTextAsync(InNumber());
        await notebook.RunAsync("setup");
        await Assertions.Expect(notebook.Number("setup")).ToHaveTextAsync(InNumber());
        await CheckAsync(visit, notebook);
        await AskAsync(visit, notebook);
        await TrainAsync(visit);

        (await translator.StaleAsync()).ShouldBeEmpty();
        visit.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("copies")]
    [InlineData("moves")]
    [InlineData("highlights")]
    public async Task Widgets_Translated_FollowWhatIsMoved(string way)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var translator = new Translator(visit.Page);
        await translator.TranslateAsync(way);
        var page = visit.Page;

        // What a widget shows of a photograph is the script's and is not translated.
        const string Drawn = ":not(alive-widget *)";
        foreach (var slider in await page.Locator($".widget input[type=range]{Drawn}").AllAsync())
        {
            await slider.FocusAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await page.Keyboard.PressAsync("ArrowRight");
        }

        foreach (var option in await page.Locator($".widget input[type=radio]{Drawn}").AllAsync())
        {
            if (await option.IsEnabledAsync())
            {
                // What was chosen just before may be drawn meanwhile, and take the mark for a moment.
                await option.ClickAsync(new() { Force = true });
                await Assertions.Expect(option).ToBeCheckedAsync();
            }
        }

        foreach (var button in await page.Locator($".widget button{Drawn}").AllAsync())
        {
            // One look and one click in one breath: the click before this one may be about to disable the button.
            await button.EvaluateAsync("button => button.click()");
        }

        foreach (var grid in await page.Locator("roving-grid [role=gridcell][tabindex='0']").AllAsync())
        {
            await grid.FocusAsync();
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await page.Locator("[data-cv=output]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator("[data-widget=linear] input[type=number]").First.FillAsync("-3");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[data-widget=linear] .ln-total strong").First).ToContainTextAsync("−");

        (await translator.StaleAsync()).ShouldBeEmpty();
        visit.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("copies")]
    [InlineData("moves")]
    [InlineData("highlights")]
    public async Task Search_Translated_FindsAgainAndAgain(string way)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/?culture=en");
        var translator = new Translator(visit.Page);
        await translator.TranslateAsync(way);
        await visit.Page.Keyboard.PressAsync("/");
        var hits = visit.Page.Locator(".search-hits li");
        foreach (var (query, hit) in new[] { ("pool", "Pool"), ("dropout", "Dropout"), ("flatten", "Flatten") })
        {
            await visit.Page.Locator("#search-dialog input").FillAsync(query);
            await Assertions.Expect(hits.First).ToContainTextAsync(hit);
        }

        await visit.Page.Locator("#search-dialog input").FillAsync("no such word");
        await Assertions.Expect(hits).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator(".search-note")).ToContainTextAsync("no such word");
        (await translator.StaleAsync()).ShouldBeEmpty();
        visit.Errors.ShouldBeEmpty();
    }

    private static async Task CheckAsync(Visit visit, NotebookOnPage notebook)
    {
        var cell = notebook.Cell("dataset");
        string[] answers = ["'labels'", "IMG_CHS", "28", "IMG_HEIGHT"];
        for (var i = 0; i < answers.Length; i++)
        {
            await notebook.Field("dataset", i).FillAsync(answers[i]);
        }

        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(cell.Locator(".output-error").First).ToContainTextAsync("KeyError: 'labels'");
        await cell.Locator(".cell-hint").ClickAsync();
        await Assertions.Expect(cell.Locator(".exercise-hints li")).ToHaveCountAsync(1);
        await notebook.Field("dataset").FillAsync("'lab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(notebook.Field("dataset")).ToHaveAttributeAsync("aria-invalid", "true");
        await notebook.Field("dataset").FillAsync("'label'");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(cell.Locator(".exercise-head.is-solved")).ToBeVisibleAsync();
        await Assertions.Expect(cell.Locator(".python-says")).ToContainTextAsync("first batch");
        await notebook.Field("dataset").FillAsync("'labels'");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(cell.Locator(".output-error").First).ToContainTextAsync("KeyError: 'labels'");
        await notebook.Field("dataset").FillAsync("'label'");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(cell.Locator(".output-error")).ToHaveCountAsync(0);

        var loader = notebook.Cell("dataloader");
        await notebook.Field("dataloader", 1).FillAsync("shuffle='True'");
        await visit.Page.Keyboard.PressAsync("Enter");
        await loader.Locator(".consequence-order button").ClickAsync();
        await Assertions.Expect(loader.Locator(".consequence tbody td").First).ToHaveTextAsync("RandomSampler");
        await loader.Locator("[data-run]").ClickAsync();
        await Assertions.Expect(notebook.Number("dataloader")).ToHaveTextAsync(InNumber());
    }

    private static async Task AskAsync(Visit visit, NotebookOnPage notebook)
    {
        var (count, shape) = (visit.Page.Locator("#batch-count"), visit.Page.Locator("#reshape-shape"));
        await count.Locator("input").FillAsync("many");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(count.Locator(".predict-unread")).ToContainTextAsync("Write a number");
        await count.Locator("input").FillAsync("857");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(count.Locator(".predict-outcome.is-wrong")).ToBeVisibleAsync();
        await shape.Locator("input").FillAsync("5 1 28 28");
        await notebook.RunAsync("reshape");
        await Assertions.Expect(shape.Locator(".predict-outcome.is-right")).ToBeVisibleAsync();
        var reveal = visit.Page.Locator("#solution-dataset .reveal-title");
        await reveal.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#solution-dataset .solution code").First).ToContainTextAsync("pixels.pop('label')");
        await reveal.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#solution-dataset .solution")).ToHaveCountAsync(0);
    }

    private static async Task TrainAsync(Visit visit)
    {
        var panel = new PanelOnPage(visit.Page);
        await panel.StartAsync(epochs: 2, batchSize: 16);
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "completed");
        await Assertions.Expect(panel.LogLines).ToHaveCountAsync(4);
        await panel.StartAsync(epochs: 100, batchSize: 4);
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "running");
        await Assertions.Expect(panel.LogLines.Nth(1)).ToBeVisibleAsync();
        await panel.StopAsync();
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "cancelled");
        await Assertions.Expect(panel.Status).ToContainTextAsync("Stopped");
    }

    private static System.Text.RegularExpressions.Regex InNumber() => new(@"\[\d+\]");
}
