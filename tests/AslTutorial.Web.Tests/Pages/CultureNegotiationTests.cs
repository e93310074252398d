using System.Text.RegularExpressions;

namespace AslTutorial.Web.Tests.Pages;

public sealed partial class CultureNegotiationTests(PageSite site) : IClassFixture<PageSite>
{
    private const string EnglishCookie = ".AspNetCore.Culture=c%3Den%7Cuic%3Den";
    private const string ChineseCookie = ".AspNetCore.Culture=c%3Dzh-CN%7Cuic%3Dzh-CN";

    [Theory]
    [InlineData("/", null, null, "zh-CN")]
    [InlineData("/", null, "en-GB,en;q=0.9", "en")]
    [InlineData("/", null, "zh", "zh-CN")]
    [InlineData("/", null, "fr,en;q=0.3,zh;q=0.6", "zh-CN")]
    [InlineData("/", null, "fr,de", "zh-CN")]
    [InlineData("/", null, "zh;q=0,en;q=0.1", "en")]
    [InlineData("/", EnglishCookie, "zh-CN", "en")]
    [InlineData("/", ".AspNetCore.Culture=nonsense", "en", "en")]
    [InlineData("/?culture=zh-CN", EnglishCookie, "en", "zh-CN")]
    [InlineData("/?culture=en", ChineseCookie, "zh-CN", "en")]
    [InlineData("/?culture=fr", EnglishCookie, "zh-CN", "en")]
    public async Task Page_QueryThenCookieThenBrowser_DecideTheLanguage(string address, string? cookie, string? languages, string expected)
    {
        var headers = new List<(string, string)>();
        if (cookie is not null)
        {
            headers.Add(("Cookie", cookie));
        }

        if (languages is not null)
        {
            headers.Add(("Accept-Language", languages));
        }

        var html = await site.ReadAsync(address, [.. headers]);
        Language().Match(html).Groups[1].Value.ShouldBe(expected);
        html.ShouldContain(expected == "en" ? "Begin with lesson" : "从第");
    }

    [Fact]
    public async Task Page_LanguageInTheAddress_KeptInACookie()
    {
        using var asked = await site.GetAsync("/?culture=en");
        asked.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith(EnglishCookie, StringComparison.Ordinal));
        using var plain = await site.GetAsync("/");
        plain.Headers.GetValues("Set-Cookie").ShouldNotContain(cookie => cookie.StartsWith(".AspNetCore.Culture", StringComparison.Ordinal));
    }

    [GeneratedRegex("<html lang=\"([^\"]+)\">")]
    private static partial Regex Language();
}
