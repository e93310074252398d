using AslTutorial.EndToEnd.Tests.Browser;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Pictures;

/// <summary>
/// Takes the screenshots in docs/images/compare anew: a chart with other runs over it, and a confusion matrix with the images of a
/// cell, on short trainings with the published data set. It judges nothing, so it runs only when asked for:
/// <c>AslTutorial.EndToEnd.Tests --explicit only --filter-class "*ComparePictures"</c>, then look at what has changed.
/// </summary>
public sealed class ComparePictures(ChromiumFixture chromium)
{
    private static readonly string Images = Path.Combine(BuildFacts.RepositoryRoot, "docs", "images", "compare");

    private static readonly (string Name, int Width, int Height)[] Screens = [("phone", 390, 844), ("desktop", 1280, 900)];

    [Fact(Explicit = true)]
    public async Task RunPage_AsItIsNow_Pictured()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TemporaryDirectory();
        await using var site = await SiteProcess.StartAsync(Path.Combine(folder.Path, "storage"), Path.Combine(BuildFacts.RepositoryRoot, "..", "shared", "data", "asl"));
        await SiteHealth.WaitForTrainerAsync(site.Address);
        using var http = new HttpClient { BaseAddress = site.Address };
        var other = await PictureRuns.TrainAsync(http, new { epochs = 3, trainLimit = 3200, learningRate = 0.01 }, cancel);
        var run = await PictureRuns.TrainAsync(http, new { epochs = 4, trainLimit = 3200 }, cancel);
        Directory.CreateDirectory(Images);
        foreach (var (screen, width, height) in Screens)
        {
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                foreach (var culture in new[] { "zh-CN", "en" })
                {
                    await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width, theme);
                    await visit.Page.SetViewportSizeAsync(width, height);
                    await visit.OpenAsync($"/runs/{run}?with=reference,dense,{other}&culture={culture}");
                    var name = $"{screen}-{theme.ToString().ToLowerInvariant()}-{culture}";
                    await visit.Page.Locator("training-chart").EvaluateAsync("chart => scrollTo(0, chart.getBoundingClientRect().top + scrollY - 60)");
                    await visit.Page.Locator("training-chart .tc-canvas").FocusAsync();
                    await visit.Page.Keyboard.PressAsync("Home");
                    await visit.Page.Keyboard.PressAsync("ArrowRight");
                    await visit.Page.WaitForTimeoutAsync(300);
                    await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Images, $"curves-{name}.png") });
                    await visit.Page.Locator(".cm-view").EvaluateAsync("view => scrollTo(0, view.getBoundingClientRect().top + scrollY - 60)");
                    await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Images, $"matrix-{name}.png") });
                    await visit.Page.Locator(".cm-pairs button").First.ClickAsync();
                    await visit.Page.Locator("a.cm-image").First.WaitForAsync();
                    await visit.Page.Locator(".cm-pairs").EvaluateAsync("list => scrollTo(0, list.getBoundingClientRect().top + scrollY - 100)");
                    await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Images, $"images-{name}.png") });
                }
            }
        }
    }
}
