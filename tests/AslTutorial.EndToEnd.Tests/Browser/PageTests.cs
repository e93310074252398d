using AslTutorial.EndToEnd.Tests.Site;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>What holds for every page, in both languages and both themes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageTests(ChromiumFixture chromium, RunningSite site)
{
    private static readonly string[] Paths = ["/", "/lessons/cnn", "/runs", "/data", "/nowhere"];

    public static TheoryData<string, string> Everywhere()
    {
        var cases = new TheoryData<string, string>();
        foreach (var path in Paths)
        {
            cases.Add(path, "zh-CN");
            cases.Add(path, "en");
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Page_InBothThemes_AxeFindsNothingNoErrorAndNothingFromElsewhere(string path, string culture)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var elsewhere = new List<string>();
        visit.Page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Authority != site.Address.Authority && address.Scheme is not ("data" or "blob"))
            {
                elsewhere.Add(request.Url);
            }
        };
        await visit.OpenAsync($"{path}?culture={culture}");

        Told(await visit.Page.RunAxe()).ShouldBeEmpty("light");

        // Colours are all that a theme changes.
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visit.Page.EvaluateAsync("Promise.all(document.getAnimations().filter(a => a instanceof CSSTransition).map(a => a.finished.catch(() => {})))");
        Told(await visit.Page.RunAxe(new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } })).ShouldBeEmpty("dark");

        elsewhere.ShouldBeEmpty();
        visit.Errors.Where(error => path != "/nowhere" || !error.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lessons/cnn")]
    [InlineData("/runs")]
    [InlineData("/data")]
    [InlineData("/nowhere")]
    public async Task Page_OnPhone_NeverScrollsSideways(string path)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        await visit.OpenAsync($"{path}?culture=zh-CN");

        var overhang = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");

        overhang.ShouldBeLessThanOrEqualTo(0);
    }

    private static IEnumerable<string> Told(AxeResult result) =>
        result.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Target))}");
}
