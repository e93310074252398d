using AslTutorial.EndToEnd.Tests.Browser;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Pictures;

/// <summary>
/// Takes the screenshots in docs/images anew, on the synthetic hands. It judges nothing, so it runs only when asked for:
/// <c>AslTutorial.EndToEnd.Tests --explicit only --filter-class "*DocsPictures"</c>, then look at what has changed.
/// </summary>
public sealed class DocsPictures(ChromiumFixture chromium)
{
    private const int Epochs = 4;
    private static readonly string Images = Path.Combine(BuildFacts.RepositoryRoot, "docs", "images");

    private static readonly (string Name, int Width, int Height)[] Screens = [("desktop", 1280, 900), ("phone", 390, 844)];

    /// <summary>Each lesson's address, what its pictures are called, and a cell with something to see.</summary>
    private static readonly (string Slug, string Name, string Cell)[] Lessons = [("cnn", "lesson", "peek"), ("dense", "dense", "pictures")];

    [Fact(Explicit = true)]
    public async Task Site_AsItIsNow_Pictured()
    {
        using var folder = new TemporaryDirectory();
        await using var site = await SiteProcess.StartAsync(Path.Combine(folder.Path, "storage"), data: null);
        await SiteHealth.WaitForTrainerAsync(site.Address);
        foreach (var (screen, width, height) in Screens)
        {
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                foreach (var culture in new[] { "zh-CN", "en" })
                {
                    foreach (var (slug, name, cell) in Lessons)
                    {
                        await LessonAsync(site.Address, slug, cell, $"{name}-{screen}-{theme.ToString().ToLowerInvariant()}-{culture}", width, height, theme, culture);
                    }
                }
            }
        }

        await ExerciseAsync(site.Address);
        await TrainingAsync(site.Address);
    }

    private async Task LessonAsync(Uri site, string slug, string cell, string name, int width, int height, ColorScheme theme, string culture)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site, width, theme);
        await visit.Page.SetViewportSizeAsync(width, height);
        var notebook = await NotebookOnPage.OpenAsync(visit, $"/lessons/{slug}?culture={culture}");
        await notebook.RunThroughAsync(cell);
        await Assertions.Expect(notebook.Output(cell)).ToContainTextAsync("[");
        await ShowAsync(visit.Page, notebook.Cell(cell), above: 160);
        await notebook.Cell(cell).HoverAsync(new() { Position = new() { X = 40, Y = 60 } });
        await visit.Page.WaitForTimeoutAsync(500);
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Images, "lesson", $"{name}.png") });
    }

    private async Task ExerciseAsync(Uri site)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=zh-CN");
        foreach (var (gap, answer) in new[] { "'labels'", "IMG_CHS", "28", "28" }.Index())
        {
            await notebook.Field("dataset", gap).FillAsync(answer);
        }

        await notebook.Field("dataset", 3).PressAsync("Enter");
        await Assertions.Expect(notebook.Cell("dataset").Locator(".exercise-result")).ToContainTextAsync("KeyError");
        await notebook.Cell("dataset").Locator(".cell-hint").ClickAsync();
        await visit.Page.Mouse.MoveAsync(1, 1);
        await notebook.Cell("dataset").ScreenshotAsync(new() { Path = Path.Combine(Images, "exercise.png") });
    }

    private async Task TrainingAsync(Uri site)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=zh-CN");
        var panel = new PanelOnPage(visit.Page);
        await panel.StartAsync(epochs: 20, batchSize: 32);
        await visit.Page.Locator(".training-panel").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(panel.LogLines).ToHaveCountAsync(2 * Epochs, new() { Timeout = 300_000 });
        await ShowAsync(visit.Page, visit.Page.Locator(".training-panel"), above: 80);

        // Into the next epoch, whose curve is being drawn.
        await visit.Page.WaitForTimeoutAsync(3000);
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Images, "training.png") });
        await panel.StopAsync();
    }

    private static async Task ShowAsync(IPage page, ILocator what, int above)
    {
        await what.EvaluateAsync("(element, above) => scrollTo({ top: scrollY + element.getBoundingClientRect().top - above, behavior: 'instant' })", above);
        await page.Mouse.MoveAsync(1, 1);
        await page.WaitForTimeoutAsync(500);
    }
}
