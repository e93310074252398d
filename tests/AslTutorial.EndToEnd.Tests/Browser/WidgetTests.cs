using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class WidgetTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task Slider_MovedWhileTheLineIsLost_CountsOnceItStands()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var line = await SlowLine.BeforeAsync(visit.Page);
        await visit.OpenAsync("/lessons/cnn?culture=en");
        var widget = visit.Page.Locator("[data-widget=linear]");
        await Assertions.Expect(widget.Locator("input[type=range]").First).ToBeEnabledAsync();
        await line.CutAsync(visit.Page);
        await widget.Locator("input[type=range]").First.FillAsync("9");

        await SlowLine.MendAsync(visit.Page);

        await Assertions.Expect(widget.Locator(".ln-layers")).ToContainTextAsync("9 × 512 + 512");
        await Assertions.Expect(widget.Locator("input[type=range]").First).ToHaveValueAsync("9");
    }
}
