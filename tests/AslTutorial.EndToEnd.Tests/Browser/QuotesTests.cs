using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class QuotesTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task English_ApostropheAndQuotes_NarrowInAChineseFontToo()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/?culture=en");
        var widths = await visit.Page.EvaluateAsync<double[]>("""
            () => [...'’“”'].map((mark) => {
              const probe = document.createElement('span');
              probe.style.fontSize = '100px';
              probe.textContent = mark;
              document.querySelector('main p').append(probe);
              const { width } = probe.getBoundingClientRect();
              probe.remove();
              return width;
            })
            """);
        widths.ShouldAllBe(width => width > 0 && width < 60);
    }
}
