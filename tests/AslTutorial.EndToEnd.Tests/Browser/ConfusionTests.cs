using System.Text.RegularExpressions;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The confusion matrix in 3.5.1 and on a run's page: legible on a phone, and every number opens its images.</summary>
[Collection(TrainingCollection.Name)]
public sealed partial class ConfusionTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task Lesson_CellOnAPhone_OpensTheImagesBehindItsNumber_WhichLinkToTheLookInside()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        var run = await TrainAsync(visit, epochs: 2, whole: true);
        var matrix = visit.Page.Locator(".own-confusion .cm-grid");
        await Assertions.Expect(matrix.Locator("[role=gridcell]")).ToHaveCountAsync(24 * 24);

        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the page goes sideways");
        foreach (var size in await matrix.Locator("[role=gridcell]").EvaluateAllAsync<double[]>("cells => cells.slice(0, 48).flatMap(c => [c.getBoundingClientRect().width, c.getBoundingClientRect().height])"))
        {
            size.ShouldBeGreaterThanOrEqualTo(24);
        }

        var cell = await CellAsync(visit.Page, rights: false);
        await cell.Element.ClickAsync();
        await ImagesAsync(visit.Page, cell.Count, cell.Label, cell.Predicted, run, epoch: 1);
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the page goes sideways");

        await visit.Page.Locator(".own-confusion .cm-head button").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".cm-images-title")).ToContainTextAsync("after epoch 1");
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunPage_CellByKeys_IsItsAddress_AndEscapeGoesBackToTheCell()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var run = await TrainAsync(visit, epochs: 1);
        await visit.OpenAsync($"/runs/{run}?culture=en");
        var cell = await CellAsync(visit.Page, rights: true);
        await cell.Element.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await ImagesAsync(visit.Page, cell.Count, cell.Label, cell.Predicted, run, epoch: 0);
        visit.Page.Url.ShouldContain($"label={cell.Label.ToUpperInvariant()}&predicted={cell.Predicted.ToUpperInvariant()}");

        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.Locator(".cm-images")).ToBeHiddenAsync();
        await Assertions.Expect(cell.Element).ToBeFocusedAsync();
        visit.Page.Url.ShouldNotContain("label=");

        await visit.OpenAsync($"/runs/{run}?culture=en&epoch=0&label={cell.Label.ToUpperInvariant()}&predicted={cell.Predicted.ToUpperInvariant()}");
        await ImagesAsync(visit.Page, cell.Count, cell.Label, cell.Predicted, run, epoch: 0);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Note_OnTheWorstPairs_IsThereAgainAndNobodyElsesAffair()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var run = await TrainAsync(visit, epochs: 1);
        await visit.OpenAsync($"/runs/{run}?culture=en");
        await visit.Page.Locator("#cm-note-text").FillAsync("Fists, seen from the front.");
        await visit.Page.Locator(".cm-note-keep").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".cm-note [role=status]")).ToHaveTextAsync("Kept.");
        await visit.OpenAsync($"/runs/{run}?culture=en");
        await Assertions.Expect(visit.Page.Locator("#cm-note-text")).ToHaveValueAsync("Fists, seen from the front.");

        await using var other = await Visit.BeginAsync(chromium.Browser, site.Address);
        await other.OpenAsync($"/runs/{run}?culture=en");
        await Assertions.Expect(other.Page.Locator("#cm-note-text")).ToBeEnabledAsync();
        await Assertions.Expect(other.Page.Locator("#cm-note-text")).ToHaveValueAsync("");
    }

    /// <summary>A run with few steps, so that the net still confuses letters.</summary>
    /// <param name="whole">Whether all of the lesson is built, the matrix below the panel too.</param>
    /// <returns>The run's id.</returns>
    internal static async Task<string> TrainAsync(Visit visit, int epochs, bool whole = false)
    {
        await visit.OpenAsync("/lessons/cnn?culture=en", whole);
        var panel = new PanelOnPage(visit.Page);
        await panel.StartAsync(epochs, batchSize: 512);
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "completed", new() { Timeout = 120_000 });
        var link = await visit.Page.Locator(".training-panel .tp-links a[href^='runs/']").First.GetAttributeAsync("href");
        return link.ShouldNotBeNull()["runs/".Length..];
    }

    /// <summary>The first cell with images in it, on the diagonal or off it.</summary>
    private static async Task<(ILocator Element, string Label, string Predicted, int Count)> CellAsync(IPage page, bool rights)
    {
        var element = page.Locator($".cm-grid [data-cell].cm-{(rights ? "right" : "wrong")}").First;
        var name = (await element.GetAttributeAsync("data-cell")).ShouldNotBeNull();
        var count = int.Parse(await element.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        return (page.Locator($".cm-grid [data-cell='{name}']"), name[..1], name[2..], count);
    }

    private static async Task ImagesAsync(IPage page, int count, string label, string predicted, string run, int epoch)
    {
        var images = page.Locator(".cm-images a.cm-image");
        await Assertions.Expect(images).ToHaveCountAsync(Math.Min(count, 24));
        (await page.Locator(".cm-images [role=status]").InnerTextAsync()).ShouldStartWith($"{count} image");
        var href = (await images.First.GetAttributeAsync("href")).ShouldNotBeNull();
        Inside().Match(href).ShouldSatisfyAllConditions(
            match => match.Groups[1].Value.ShouldBe(run),
            match => match.Groups[2].Value.ShouldBe($"{epoch}"));
        (await images.First.Locator(".cm-top").CountAsync()).ShouldBe(3);
        (await images.First.Locator(".cm-top-letter").First.InnerTextAsync()).ShouldBe(predicted.ToUpperInvariant());
        if (label == predicted)
        {
            (await images.First.Locator(".cm-top").First.GetAttributeAsync("class")).ShouldNotBeNull().ShouldContain("is-true");
        }

        // The tiny set's images have a bright bar each: an empty canvas would be black.
        (await images.First.Locator("canvas").EvaluateAsync<int>("canvas => Math.max(...canvas.getContext('2d').getImageData(0, 0, 28, 28).data.filter((_, i) => i % 4 === 0))"))
            .ShouldBeGreaterThan(150);
    }

    [GeneratedRegex(@"/runs/([^/]+)/inside\?image=\d+&epoch=(\d+)$")]
    private static partial Regex Inside();
}
