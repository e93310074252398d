using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

[Collection(TrainingCollection.Name)]
public sealed class TrainingTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task Lesson_SmallRun_CurveGrowsAndIsThereOnReturn()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/lessons/cnn?culture=en");
        var panel = new PanelOnPage(visit.Page);
        await panel.StartAsync(epochs: 6, batchSize: 4);

        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "running");
        var early = await panel.CurveLengthAsync(atLeast: 1);
        var later = await panel.CurveLengthAsync(atLeast: early + 1);
        later.ShouldBeGreaterThan(early);
        await Assertions.Expect(panel.LogLines.First).ToHaveTextAsync(NotebookLine("Train"));
        await Assertions.Expect(panel.LogLines.Nth(1)).ToHaveTextAsync(NotebookLine("Valid"));
        var seen = await panel.LogLines.AllInnerTextsAsync();

        await visit.CloseTabAndOpenAsync("/lessons/cnn?culture=en");
        panel = new PanelOnPage(visit.Page);
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "running");
        (await panel.LogLines.AllInnerTextsAsync()).Take(seen.Count).ShouldBe(seen);
        (await panel.CurveLengthAsync(atLeast: 1)).ShouldBeGreaterThan(0);

        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "completed", new() { Timeout = 120_000 });
        await Assertions.Expect(panel.LogLines).ToHaveCountAsync(12);
        await Assertions.Expect(panel.TrainMarkers).ToHaveCountAsync(6);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunPage_Stopped_KeepsEpochsAndOffersAnotherRun()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        await visit.OpenAsync("/lessons/cnn?culture=zh-CN");
        var panel = new PanelOnPage(visit.Page);
        await panel.StartAsync(epochs: 100, batchSize: 4);
        await Assertions.Expect(panel.LogLines.Nth(1)).ToHaveTextAsync(NotebookLine("Valid"));

        await panel.StopAsync();

        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "cancelled");
        (await panel.LogLines.CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
        await Assertions.Expect(panel.StartButton).ToBeEnabledAsync();
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunPage_CellOfTheConfusionTable_CountReadOnATapAndByKeys()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        await visit.OpenAsync("/lessons/cnn?culture=en");
        var panel = new PanelOnPage(visit.Page);
        await panel.StartAsync(epochs: 1, batchSize: 32);
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "completed", new() { Timeout = 120_000 });
        await visit.OpenAsync((await visit.Page.Locator(".training-panel a[href^='runs/']").First.GetAttributeAsync("href")).ShouldNotBeNull());

        var cells = visit.Page.Locator(".cm-grid [role=gridcell]");
        await Assertions.Expect(cells).ToHaveCountAsync(24 * 24);
        var readout = visit.Page.Locator(".cm-readout");
        await cells.Nth(25).FocusAsync();
        await Assertions.Expect(readout).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^B read rightly: \d+ of \d+$"));
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(readout).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^B taken for C: \d+ of \d+$"));

        // A tap opens the images, whose title says the same.
        await cells.Nth(25).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".cm-images-title")).ToContainTextAsync("B read rightly");
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lesson_TwoVisitors_SeeTheirOwnRuns()
    {
        await using var first = await Visit.BeginAsync(chromium.Browser, site.Address);
        await using var second = await Visit.BeginAsync(chromium.Browser, site.Address);
        await first.OpenAsync("/lessons/cnn?culture=en");
        await second.OpenAsync("/lessons/cnn?culture=en");
        var panel = new PanelOnPage(first.Page);
        await panel.StartAsync(epochs: 1, batchSize: 32);
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "completed");

        await Assertions.Expect(new PanelOnPage(second.Page).Status).ToHaveAttributeAsync("data-state", "fresh");
        await second.OpenAsync("/runs?culture=en");
        await Assertions.Expect(second.Page.Locator("main .runs a.whole-row")).ToHaveCountAsync(0);
        await first.OpenAsync("/runs?culture=en");
        await Assertions.Expect(first.Page.Locator("main .runs a.whole-row")).ToHaveCountAsync(1);
    }

    private static System.Text.RegularExpressions.Regex NotebookLine(string word) =>
        new($@"^{word} - Loss: \d+\.\d{{4}} Accuracy: [01]\.\d{{4}}$");
}
