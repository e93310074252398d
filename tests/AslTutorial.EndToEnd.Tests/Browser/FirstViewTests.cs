using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>What a lesson is before its reader stirs, and what becomes of the rest.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FirstViewTests(ChromiumFixture chromium, RunningSite site)
{
    private const string Lesson = "/lessons/cnn?culture=en";
    private const string Held = "noscript[data-held]";
    private const string Dataset = "[id='dataset'][data-cell]";
    private const string FarSection = "model-summary";

    [Fact]
    public async Task OpenedAtItsTop_TheFarIsNotBuilt_UntilTheReaderComesNear()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync(Lesson);
        await Assertions.Expect(visit.Page.Locator("article .lead p").First).ToBeInViewportAsync();
        (await visit.Page.Locator(Held).CountAsync()).ShouldBeGreaterThan(30);
        await Assertions.Expect(visit.Page.Locator(Dataset)).ToHaveCountAsync(0);

        await ComeNearAsync(visit, "building-a-dataset");

        await Assertions.Expect(visit.Page.Locator(Dataset)).ToBeVisibleAsync();
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task NotStirredYet_WhatIsNearIsNotBuilt_TheFirstSignBuildsIt()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        await visit.Page.AddInitScriptAsync("globalThis.requestIdleCallback = () => 0");
        await visit.Page.GotoAsync(Lesson);
        await visit.Page.SetViewportSizeAsync(390, 2400);
        var held = visit.Page.Locator($":not([data-drawing]) > {Held}");
        await visit.Page.EvaluateAsync("""
            () => new Promise(seen => new IntersectionObserver(seen).observe(document.documentElement))
            """);
        var untouched = await held.CountAsync();
        (await held.EvaluateAllAsync<bool>("""
            all => all.some(held => held.parentElement.closest("section").getBoundingClientRect().top < 3 * innerHeight)
            """)).ShouldBeTrue();

        await visit.Page.Mouse.MoveAsync(100, 100);

        await Assertions.Expect(held).Not.ToHaveCountAsync(untouched);
    }

    [Fact]
    public async Task TakenOver_TheFarIsStillBuiltWhenTheReaderComesNear()
    {
        await using var visit = await OpenNeverIdleAsync();
        await Assertions.Expect(visit.Page.Locator(Dataset)).ToHaveCountAsync(0);

        await ComeNearAsync(visit, "building-a-dataset");

        await Assertions.Expect(visit.Page.Locator($"{Dataset} [data-check]")).ToBeEnabledAsync();
        await ComeNearAsync(visit, "layer-conv2d");
        await Assertions.Expect(visit.Page.Locator("#fig-convolution .figure-wide svg")).ToBeVisibleAsync();
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Typing_AsksForNothing_LeavingTheFieldForTheRest()
    {
        await using var visit = await OpenNeverIdleAsync();
        await ComeNearAsync(visit, "building-a-dataset");
        await Assertions.Expect(visit.Page.Locator($"{Dataset} [data-check]")).ToBeEnabledAsync();
        var field = new NotebookOnPage(visit.Page).Field("dataset");

        await field.FocusAsync();
        await visit.Page.Keyboard.TypeAsync("'label'");
        (await visit.Page.Locator(Held).CountAsync()).ShouldBeGreaterThan(0);
        await visit.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(visit.Page.Locator("lesson-block > noscript")).ToHaveCountAsync(0);
        await Assertions.Expect(field).ToHaveValueAsync("'label'");
    }

    [Fact]
    public async Task LeftAlone_ThePageBecomesWholeAndLive()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.AddInitScriptAsync("""
            globalThis.WebSocket = class extends WebSocket {
              constructor(...how) {
                super(...how);
                globalThis.isConnected = true;
              }
            };
            // The page's patience lasts until the test ends it.
            const timer = globalThis.setTimeout;
            globalThis.patience = [];
            globalThis.setTimeout = (call, after, ...rest) => after === 5000 && patience ? (patience.push(call), 0) : timer(call, after, ...rest);
            """);
        await visit.Page.GotoAsync(Lesson);
        await Assertions.Expect(visit.Page.Locator("link[rel=prefetch][href*=blazor]")).Not.ToHaveCountAsync(0);
        (await visit.Page.EvaluateAsync<bool>("globalThis.isConnected === true")).ShouldBeFalse("its first moments belong to the reader");
        (await visit.Page.Locator(Held).CountAsync()).ShouldBeGreaterThan(0);

        await visit.Page.EvaluateAsync("""
            () => {
              const ended = patience;
              patience = null;
              ended.forEach(call => call());
            }
            """);

        await Assertions.Expect(visit.Page.Locator(Held)).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator("lesson-block[data-kept]")).Not.ToHaveCountAsync(0);
        (await visit.Page.EvaluateAsync<bool>("globalThis.isConnected === true")).ShouldBeTrue();
        (await visit.Page.Locator(".figure-narrow svg").CountAsync()).ShouldBeGreaterThan(7);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task LinkIntoTheMiddle_TheCellStandsWhereItWasAskedFor()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync($"{Lesson}#{FarSection}");
        await Assertions.Expect(visit.Page.Locator($"[id='{FarSection}']")).ToBeInViewportAsync();
        await visit.OpenAsync("/");
        await visit.Page.GotoAsync(Lesson);

        await visit.Page.Locator($".contents a[data-section='{FarSection}']").ClickAsync();

        await Assertions.Expect(visit.Page.Locator($"[id='{FarSection}']")).ToBeInViewportAsync();
        (await RestAsync(visit)).ShouldBeInRange(0, 160);
        await Assertions.Expect(visit.Page.Locator($".contents a[data-section='{FarSection}']")).ToHaveAttributeAsync("aria-current", "location");
    }

    [Fact]
    public async Task LinkToTheTraining_ItsChartDrawsWithoutTheCircuit()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.RouteAsync("**/js/start*.js", route => route.AbortAsync());
        await visit.Page.GotoAsync($"{Lesson}#training-the-model");
        await visit.Page.Locator("training-chart").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(visit.Page.Locator("training-chart .tc-loss")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WithoutScript_EverythingIsThere()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = false, BaseURL = site.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Lesson);
        await Assertions.Expect(page.Locator($"{Dataset} .python pre")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#fig-whole-net .figure-wide svg")).ToBeVisibleAsync();
        (await page.Locator(".figure-wide svg").CountAsync()).ShouldBeGreaterThan(7);
    }

    /// <summary>
    /// The library's sheet comes with the circuit: a page that moved then would lose the reader's place. The training panel
    /// alone has components of the library, in a section no first view has.
    /// </summary>
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task TheLibrarysStyles_Come_NothingMoves(int width)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width);
        await visit.Page.RouteAsync("**/js/start*.js", route => route.AbortAsync());
        await visit.Page.GotoAsync(Lesson);

        var moved = await visit.Page.EvaluateAsync<string[]>("""
            async () => {
              dispatchEvent(new Event("beforeprint"));
              document.body.offsetHeight;
              await document.fonts.ready;
              await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
              document.querySelector(".training-panel").remove();
              const all = [...document.querySelectorAll("main *, header *")];
              const places = () => all.map(element => {
                const box = element.getBoundingClientRect();
                return [box.x, box.y, box.width, box.height].map(Math.round).join();
              });
              const before = places();
              const sheet = document.querySelector("link[data-with-circuit]");
              await new Promise((resolve, reject) => {
                sheet.addEventListener("load", resolve);
                sheet.addEventListener("error", reject);
                sheet.disabled = false;
              });
              const after = places();
              return all.filter((_, at) => before[at] !== after[at]).map(element => element.outerHTML.slice(0, 90));
            }
            """);

        moved.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatTheCircuitNeeds_IsFetchedAhead_AfterThePageIsThere()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync(Lesson);

        var early = await visit.Page.EvaluateAsync<string[]>("""
            async () => {
              const needed = ["/css/mudblazor.", "/js/mudblazor.", "/blazor.web."];
              const fetched = () => performance.getEntriesByType("resource").filter(entry => needed.some(name => entry.name.includes(name)));
              while (fetched().length < needed.length) await new Promise(resolve => setTimeout(resolve, 50));
              const there = performance.getEntriesByType("navigation")[0].loadEventStart;
              return fetched().filter(entry => entry.startTime < there).map(entry => entry.name);
            }
            """);

        early.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatTheCircuitNeeds_FailsToLoad_IsAskedForAgain()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var asked = 0;
        await visit.Page.RouteAsync("**/*blazor*.js", route =>
            route.Request.ResourceType == "script" && Interlocked.Increment(ref asked) <= 2 ? route.AbortAsync() : route.ContinueAsync());
        await visit.Page.GotoAsync($"{Lesson}#peek", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await visit.Page.WaitForFunctionAsync("() => document.querySelectorAll('body > script[autostart]').length === 0");
        await visit.Page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await Assertions.Expect(visit.Page.Locator("[id='peek'] [data-run]")).ToBeEnabledAsync();
        asked.ShouldBe(4);
        (await visit.Page.Locator("body > script[autostart]").CountAsync()).ShouldBe(2);
    }

    private static Task ComeNearAsync(Visit visit, string section) =>
        visit.Page.EvaluateAsync($"document.querySelector(\"[data-section-body='{section}']\").scrollIntoView()");

    /// <summary>Where the far section's heading is once it has not moved for half a second of frames.</summary>
    private static Task<double> RestAsync(Visit visit) => visit.Page.EvaluateAsync<double>($$"""
        async () => {
          const top = () => document.getElementById('{{FarSection}}').getBoundingClientRect().top;
          for (let last = top(), still = 0; still < 30; still = top() === last ? still + 1 : 0) {
            last = top();
            await new Promise(requestAnimationFrame);
          }
          return top();
        }
        """);

    /// <summary>Taken over, and nothing far is built by and by.</summary>
    private async Task<Visit> OpenNeverIdleAsync()
    {
        var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.AddInitScriptAsync("globalThis.requestIdleCallback = () => 0");
        await visit.OpenAsync(Lesson, whole: false);
        return visit;
    }
}
