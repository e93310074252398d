using System.Text.RegularExpressions;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Runs laid over one another: chosen, read at once, in the address, saved.</summary>
[Collection(TrainingCollection.Name)]
public sealed class CompareTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task RunPage_DenseBaselineChosen_IsDrawnReadAndInTheAddress()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var run = await ConfusionTests.TrainAsync(visit, epochs: 2);
        await visit.OpenAsync($"/runs/{run}?culture=en");
        var chart = visit.Page.Locator("training-chart");
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-curves", "reference");

        await visit.Page.Locator(".cp-opener").ClickAsync();
        await visit.Page.Locator(".cp fieldset label").Nth(1).ClickAsync();
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-curves", "reference dense");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex(@"with=reference,dense$"));
        await Assertions.Expect(chart.Locator(".tc-loss path.tc-other")).ToHaveCountAsync(4);
        await Assertions.Expect(visit.Page.Locator(".cp-list .cp-differs").Nth(1)).ToContainTextAsync("differs in: Dense net");

        var canvas = chart.Locator(".tc-canvas");
        await canvas.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(canvas).ToHaveAttributeAsync("aria-valuetext", new Regex("^Epoch 1 .*this run: .*notebook, CNN: .*notebook, .*: "));
        (await chart.Locator(".tc-tip tbody tr").CountAsync()).ShouldBe(6);

        await visit.OpenAsync($"/runs/{run}?with=dense&culture=en");
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-curves", "dense");
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Chart_Saved_SaysRunsAndSettings_AndSmoothingSaysWhatItDoes()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        var run = await ConfusionTests.TrainAsync(visit, epochs: 2);
        await visit.OpenAsync($"/runs/{run}?with=dense&culture=en");
        var chart = visit.Page.Locator("training-chart");
        await chart.ScrollIntoViewIfNeededAsync();
        await chart.Locator("select").SelectOptionAsync("0.8");
        await Assertions.Expect(chart.Locator(".tc-smoothed")).ToContainTextAsync("exponential moving average with factor 0.8");
        await Assertions.Expect(chart.Locator(".tc-loss .tc-raw path")).ToHaveCountAsync(4);
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the page goes sideways");

        var csv = await SaveAsync("CSV");
        csv.Trim().Split('\n').Length.ShouldBe(1 + 2 + 5);
        csv.ShouldContain("batch size 512");
        csv.ShouldContain("course notebook");
        var svg = await SaveAsync("SVG");
        svg.ShouldContain("batch size 512");
        svg.ShouldContain("factor 0.8");
        System.Xml.Linq.XDocument.Parse(svg).Root.ShouldNotBeNull().Name.LocalName.ShouldBe("svg");
        (await SaveAsync("PNG"))[1..4].ShouldBe("PNG");
        visit.Errors.ShouldBeEmpty();

        async Task<string> SaveAsync(string kind)
        {
            var file = await visit.Page.RunAndWaitForDownloadAsync(() => chart.Locator(".tc-foot button", new() { HasTextString = kind }).ClickAsync());
            var bytes = await File.ReadAllBytesAsync(await file.PathAsync());
            return kind == "PNG" ? System.Text.Encoding.Latin1.GetString(bytes) : System.Text.Encoding.UTF8.GetString(bytes);
        }
    }

    [Fact]
    public async Task RunPage_OwnCurveGrows_TheReferenceStaysBesideIt()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/lessons/cnn?culture=en", whole: false);
        await new PanelOnPage(visit.Page).StartAsync(epochs: 100, batchSize: 4);
        await visit.OpenAsync((await visit.Page.Locator(".training-panel .tp-links a[href^='runs/']").First.GetAttributeAsync("href")).ShouldNotBeNull());
        var panel = new PanelOnPage(visit.Page);
        var reference = visit.Page.Locator("training-chart .tc-loss path.tc-other");
        var early = await panel.CurveLengthAsync(atLeast: 1);
        await Assertions.Expect(reference).ToHaveCountAsync(2);
        await panel.CurveLengthAsync(atLeast: early + 1);
        (await reference.First.GetAttributeAsync("d")).ShouldNotBeNull().Split('L').Length.ShouldBe(11);

        await visit.Page.Locator("button.tp-cancel").ClickAsync();
        await visit.Page.Locator("button.tp-cancel-yes").Or(visit.Page.Locator(".tp-status[data-state=cancelled]")).First.WaitForAsync();
        if (await visit.Page.Locator("button.tp-cancel-yes").IsVisibleAsync())
        {
            await visit.Page.Locator("button.tp-cancel-yes").ClickAsync();
        }

        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "cancelled");
        visit.Errors.ShouldBeEmpty();
    }
}
