using System.Text.RegularExpressions;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

[Collection(TrainingCollection.Name)]
public sealed class SteerTests(ChromiumFixture chromium, RunningSite site)
{
    // A training shares the machine with the tests.
    private static readonly LocatorAssertionsToHaveAttributeOptions Patient = new() { Timeout = 90_000 };

    [Fact]
    public async Task Run_PausedSteeredAndStopped_IsRepeatedExactly()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/lessons/cnn?culture=en");
        var panel = new PanelOnPage(visit.Page);
        await panel.StartAsync(epochs: 60, batchSize: 16);
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "running", Patient);
        await Assertions.Expect(visit.Page.Locator("training-chart").First).ToHaveAttributeAsync("data-latest", new Regex(@"^\d+:\d+$"), Patient);

        await visit.Page.Locator(".steer-pause").ClickAsync();
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "paused", Patient);
        await Assertions.Expect(visit.Page.Locator(".steer-said")).ToContainTextAsync("The trainer waits for this run until");

        await visit.Page.Locator("#steer-number").FillAsync("0.0025");
        await visit.Page.Locator(".steer-apply").ClickAsync();
        var chart = visit.Page.Locator("training-chart").First;
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-rates", new Regex(@"^\d+:\d+:0\.0025$"), Patient);
        var rates = await chart.GetAttributeAsync("data-rates");
        await Assertions.Expect(chart.Locator(".tc-rate")).ToHaveCountAsync(1);
        await Assertions.Expect(chart.Locator(".tc-rate-label")).ToHaveTextAsync("rate 0.0025");

        await visit.Page.Locator(".steer-pause").ClickAsync();
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "running", Patient);
        await visit.Page.Locator(".steer-stop").ClickAsync();
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "completed", Patient);

        await visit.OpenAsync((await visit.Page.Locator(".training-panel a[href^='runs/']").First.GetAttributeAsync("href")).ShouldNotBeNull());
        await Assertions.Expect(visit.Page.Locator(".matters .steer-list li")).ToContainTextAsync("learning rate 0.0025");
        await visit.Page.Locator("#matters-name").FillAsync("The steered one");
        await visit.Page.Locator(".matters-save").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("The steered one");

        await visit.Page.Locator(".matters-again").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".matters-repeat")).ToContainTextAsync("The steered one");
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "completed", Patient);
        await Assertions.Expect(visit.Page.Locator(".matters-repeat")).ToHaveAttributeAsync("data-exact", "true", Patient);
        await Assertions.Expect(visit.Page.Locator(".matters-repeat")).ToContainTextAsync("Exact:");
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-rates", rates!);

        await visit.Page.Locator(".matters-delete").ClickAsync();
        await visit.Page.Locator(".matters-delete-yes").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main .runs a.whole-row", new() { HasText = "The steered one" })).ToHaveCountAsync(1);
        visit.Errors.ShouldBeEmpty();
    }
}
