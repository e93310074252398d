using System.Text.RegularExpressions;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>What a reader does with a net of their own, in one go, by clicks and keys alone.</summary>
[Collection(TrainingCollection.Name)]
public sealed class WholeWayTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task OwnNet_TrainedComparedOpenedScrubbedAndRepeated_ShowsOneRunEverywhere()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var page = visit.Page;
        var run = await ConfusionTests.TrainAsync(visit, epochs: 2);
        await visit.OpenAsync($"/runs/{run}?culture=en");

        // The dense net of lesson 2 beside the reader's own.
        var chart = page.Locator("training-chart");
        await page.Locator(".cp-opener").ClickAsync();
        await page.Locator(".cp fieldset label").Nth(1).ClickAsync();
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-curves", "reference dense");

        // A cell of the matrix, one of its images, and the net that read it wrongly.
        var cell = page.Locator(".cm-grid [data-cell].cm-wrong").First;
        var name = (await cell.GetAttributeAsync("data-cell")).ShouldNotBeNull();
        var (label, predicted) = (name[..1], name[2..]);
        await cell.ClickAsync();
        var image = page.Locator(".cm-images a.cm-image").First;
        var row = Regex.Match((await image.GetAttributeAsync("href"))!, @"image=(\d+)&epoch=1$").Groups[1].Value;
        row.ShouldNotBeEmpty();
        await image.ClickAsync();
        var net = new InsideOnPage(page);
        await net.ExpectAsync(epoch: 1, image: int.Parse(row, System.Globalization.CultureInfo.InvariantCulture));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/runs/{run}/inside"));
        await Assertions.Expect(page.Locator(".in-bar[data-is~=first] .in-bar-letter")).ToHaveTextAsync(predicted.ToUpperInvariant());
        await Assertions.Expect(page.Locator(".in-bar[data-is~=true] .in-bar-letter")).ToHaveTextAsync(label.ToUpperInvariant());

        // The slider, to the untrained net and back: other maps, then the same again.
        var trained = await net.PixelsAsync(block: 2);
        await net.Slider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("inside-net")).ToHaveAttributeAsync("data-epoch", "-1");
        await Assertions.Expect(page.Locator("inside-net")).ToHaveAttributeAsync("data-complete", "true");
        (await net.PixelsAsync(block: 2)).ShouldNotBe(trained);
        await net.Slider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("inside-net")).ToHaveAttributeAsync("data-epoch", "1");
        await Assertions.Expect(page.Locator("inside-net")).ToHaveAttributeAsync("data-complete", "true");
        (await net.PixelsAsync(block: 2)).ShouldBe(trained);

        // A map, and why not the letter that is true.
        await net.Grid(2).ClickAsync(new() { Position = new() { X = 30, Y = 30 } });
        await Assertions.Expect(page.Locator(".in-panel:visible h3")).ToHaveTextAsync(new Regex(@"^Block 2, map \d+$"));
        await page.Locator(".in-bar[data-is~=true]").ClickAsync();
        await Assertions.Expect(page.GetByText($"Why {label.ToUpperInvariant()}?")).ToBeVisibleAsync();

        // Again: another run of the same settings and seed, and the page says that it is the same net.
        await visit.OpenAsync($"/runs/{run}?culture=en");
        await page.Locator(".matters-again").ClickAsync();
        await Assertions.Expect(page.Locator(".matters-repeat")).ToHaveAttributeAsync("data-exact", "true", new() { Timeout = 120_000 });
        page.Url.ShouldNotContain(run);
        visit.Errors.ShouldBeEmpty();
    }
}
