using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The search over lessons, as a reader types in it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SearchTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task Search_BegunBeforeTheCircuit_GoesOn()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var begun = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/blazor.web*.js", async route =>
        {
            await begun.Task;
            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync("/lessons/cnn?culture=en", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("dropou");
        begun.SetResult();

        await Assertions.Expect(Hits(visit).First).ToContainTextAsync("3.3.4 Dropout");
        await visit.Page.Keyboard.TypeAsync("t");
        await Assertions.Expect(visit.Page.Locator("#search-dialog input")).ToHaveValueAsync("dropout");
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_WhileTheLineIsLost_FoundOnceItStands()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var line = await SlowLine.BeforeAsync(visit.Page);
        await visit.OpenAsync("/?culture=en");
        await line.CutAsync(visit.Page);
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("dropout");
        await visit.Page.Keyboard.PressAsync("Enter");

        await SlowLine.MendAsync(visit.Page);

        await Assertions.Expect(visit.Page.Locator("#layer-dropout")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Search_TypedOn_NothingOfTheQueryBeforeIsChosenOrOpened()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/?culture=en");
        var keyboard = visit.Page.Keyboard;
        var field = visit.Page.Locator("#search-dialog input");
        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("pool");
        await Assertions.Expect(Hits(visit)).Not.ToHaveCountAsync(0);
        await keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Hits(visit).Last).ToHaveAttributeAsync("aria-selected", "true");

        await field.FillAsync("dropout");
        await Assertions.Expect(Hits(visit).First).ToContainTextAsync("3.3.4 Dropout");
        await Assertions.Expect(visit.Page.Locator(".search-hits [aria-selected=true]")).ToHaveCountAsync(0);
        (await field.GetAttributeAsync("aria-activedescendant")).ShouldBeNull();

        await field.FillAsync("flatten");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#.*flatten"));
        visit.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/lessons/cnn?culture=zh-CN", true)]
    [InlineData("/runs?culture=en", false)]
    [InlineData("/?culture=zh-CN", false)]
    public async Task Phone_Search_ReachedByTouch(string path, bool isInDrawer)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 360);
        await visit.OpenAsync(path);
        if (isInDrawer)
        {
            await visit.Page.Locator("[popovertarget='contents-rail']").ClickAsync();
        }

        await visit.Page.Locator(isInDrawer ? "#contents-rail .search-opener" : ".bar-end .search-opener").ClickAsync();

        await Assertions.Expect(visit.Page.Locator("#search-dialog input")).ToBeFocusedAsync();
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    private static ILocator Hits(Visit visit) => visit.Page.Locator(".search-hits li");
}
