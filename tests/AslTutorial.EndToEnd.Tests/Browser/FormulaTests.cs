using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Formulas on a machine without a font for them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FormulaTests(ChromiumFixture chromium, RunningSite site)
{
    private const string Font = "stix-two-math";

    [Fact]
    public async Task Lesson_FontOfTheFormulasLoaded_BracketsAndRootsAsTallAsWhatTheyHold()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/lessons/cnn?culture=en");
        await visit.Page.Locator("math[display=block]").First.ScrollIntoViewIfNeededAsync();
        await visit.Page.WaitForFunctionAsync("""() => [...document.fonts].some(font => font.family.includes("STIX Two Math") && font.status === "loaded")""");

        var heights = await visit.Page.EvaluateAsync<double[]>("""
            () => {
              const height = (element) => element.getBoundingClientRect().height;
              const fence = document.querySelector('math[display=block] mo[fence=true]');
              const root = document.querySelector('math[display=block] msqrt');
              return [height(fence), height(fence.parentElement.querySelector('mfrac')), height(root), height(root.firstElementChild)];
            }
            """);
        heights[0].ShouldBeGreaterThan(0.95 * heights[1]);
        heights[2].ShouldBeGreaterThan(heights[3]);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task PageWithoutFormulas_DoesNotFetchTheFont()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var fetched = new List<string>();
        visit.Page.Request += (_, request) => fetched.Add(request.Url);
        await visit.OpenAsync("/?culture=en");
        fetched.ShouldContain(address => address.Contains(".css", StringComparison.Ordinal));
        fetched.ShouldNotContain(address => address.Contains(Font, StringComparison.Ordinal));
    }
}
