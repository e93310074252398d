using AslTutorial.EndToEnd.Tests.Site;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>What holds for every page, in both languages and both themes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageTests(ChromiumFixture chromium, RunningSite site)
{
    private static readonly string[] Paths = ["/", "/lessons/cnn", "/runs", "/data", "/nowhere"];

    public static TheoryData<string, string, ColorScheme> Everywhere()
    {
        var cases = new TheoryData<string, string, ColorScheme>();
        foreach (var path in Paths)
        {
            cases.Add(path, "zh-CN", ColorScheme.Light);
            cases.Add(path, "zh-CN", ColorScheme.Dark);
            cases.Add(path, "en", ColorScheme.Light);
            cases.Add(path, "en", ColorScheme.Dark);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Page_CheckedByAxe_HasNoViolation(string path, string culture, ColorScheme theme)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, theme: theme);
        await visit.OpenAsync($"{path}?culture={culture}");

        var result = await visit.Page.RunAxe();

        result.Violations
            .Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Target))}")
            .ShouldBeEmpty();
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

    [Theory]
    [InlineData("/")]
    [InlineData("/lessons/cnn")]
    [InlineData("/runs")]
    [InlineData("/data")]
    public async Task Page_Opened_ReportsNoErrorAndLoadsNothingFromElsewhere(string path)
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

        await visit.OpenAsync(path);

        elsewhere.ShouldBeEmpty();
        visit.Errors.ShouldBeEmpty();
    }
}
