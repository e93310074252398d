using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Leaving a shared computer: in one tab, while another shows the work.</summary>
[Collection(TrainingCollection.Name)]
public sealed class DepartTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task DeleteWork_InOneTab_AsksOnceMoreAndLoadsTheOtherAnew()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390, theme: ColorScheme.Dark, locale: "zh-CN");
        await visit.OpenAsync("/runs");
        (await visit.Page.EvaluateAsync<int>("async () => (await fetch('/api/runs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{\"epochs\":200}' })).status"))
            .ShouldBe(201);
        await visit.Page.EvaluateAsync("window.before = true");
        var other = await visit.Page.Context.NewPageAsync();
        var mayConnect = new TaskCompletionSource();
        await other.RouteAsync("**/blazor.web*.js", async route =>
        {
            await mayConnect.Task;
            await route.ContinueAsync();
        });
        // Not until it is loaded whole: the script that is held back belongs to that.
        await other.GotoAsync("/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await other.Locator("[data-open-dialog=depart-dialog]").ClickAsync();
        var dialog = other.Locator("#depart-dialog");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("ASL_PICTURES") is { Length: > 0 } folder)
        {
            await other.ScreenshotAsync(new() { Path = Path.Combine(folder, "depart.png") });
        }

        var delete = dialog.Locator("[data-depart='api/learner/work']");
        await delete.ClickAsync();
        await Assertions.Expect(delete).ToHaveTextAsync("确定全部删除");
        // The circuit comes just now and puts a page of its own in place: what was asked stays asked.
        await other.EvaluateAsync("window.drawnBefore = document.querySelector('main')");
        mayConnect.SetResult();
        await other.WaitForFunctionAsync("() => !window.drawnBefore.isConnected");
        await Assertions.Expect(delete).ToHaveTextAsync("确定全部删除");
        await delete.ClickAsync();

        // A run that a trainer has just taken is ended first; polled by time, as the page is behind the other.
        await visit.Page.WaitForFunctionAsync("() => !window.before", options: new() { Timeout = 120_000, PollingInterval = 250 });
        (await visit.Page.EvaluateAsync<int>("async () => (await (await fetch('/api/runs')).json()).length")).ShouldBe(0);
        visit.Errors.ShouldBeEmpty();
    }
}
