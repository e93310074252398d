using System.Net;
using AslTutorial.EndToEnd.Tests.Browser;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Pictures;

/// <summary>
/// Takes the screenshots in docs/images/inside anew: a net looked into, with a map and a letter opened, and two widgets in it, on a short
/// training with the published data set. It judges nothing, so it runs only when asked for:
/// <c>AslTutorial.EndToEnd.Tests --explicit only --filter-class "*InsidePictures"</c>, then look at what has changed.
/// </summary>
public sealed class InsidePictures(ChromiumFixture chromium)
{
    private static readonly string Images = Path.Combine(BuildFacts.RepositoryRoot, "docs", "images", "inside");

    private static readonly (string Name, int Width, int Height)[] Screens = [("desktop", 1280, 900), ("phone", 390, 844)];

    [Fact(Explicit = true)]
    public async Task Net_AsItIsNow_Pictured()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TemporaryDirectory();
        await using var site = await SiteProcess.StartAsync(Path.Combine(folder.Path, "storage"), Path.Combine(BuildFacts.RepositoryRoot, "..", "shared", "data", "asl"));
        await SiteHealth.WaitForTrainerAsync(site.Address);
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = site.Address };
        var run = await PictureRuns.TrainAsync(http, new { epochs = 4, trainLimit = 8000 }, cancel);
        var learner = cookies.GetCookies(site.Address)["asl-learner"].ShouldNotBeNull().Value;
        Directory.CreateDirectory(Images);
        foreach (var (screen, width, height) in Screens)
        {
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                foreach (var culture in new[] { "zh-CN", "en" })
                {
                    await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width, theme);
                    await visit.Page.SetViewportSizeAsync(width, height);
                    await visit.Page.Context.AddCookiesAsync([new() { Name = "asl-learner", Value = learner, Url = site.Address.ToString() }]);
                    var name = $"{screen}-{theme.ToString().ToLowerInvariant()}-{culture}";
                    await visit.OpenAsync($"/runs/{run}/inside?image=3&epoch=3&culture={culture}");
                    await ShootAsync(visit.Page, "inside-net", 60, $"net-{name}");
                    await visit.OpenAsync($"/runs/{run}/inside?image=3&epoch=3&layer=2&channel=7&letter=a&culture={culture}");
                    await ShootAsync(visit.Page, ".in-panel", 60, $"map-{name}");
                    await visit.OpenAsync($"/lessons/cnn?culture={culture}");
                    foreach (var kind in new[] { "conv2d", "linear" })
                    {
                        var widget = visit.Page.Locator($"alive-widget[kind={kind}]");
                        await widget.ScrollIntoViewIfNeededAsync();
                        await Assertions.Expect(widget).ToHaveAttributeAsync("data-complete", "true", new() { Timeout = 60_000 });
                        await ShootAsync(visit.Page, $"alive-widget[kind={kind}]", 70, $"{kind}-{name}");
                    }
                }
            }
        }
    }

    private static async Task ShootAsync(IPage page, string part, int above, string name)
    {
        await page.WaitForTimeoutAsync(2_500);
        await page.Locator(part).First.EvaluateAsync("(part, above) => scrollTo(0, part.getBoundingClientRect().top + scrollY - above)", above);
        await page.WaitForTimeoutAsync(500);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Images, $"{name}.png") });
    }
}
