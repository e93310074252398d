using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Small things that a reader meets: nothing that looks alive is dead, nothing moves or changes for no reason.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MannersTests(ChromiumFixture chromium, RunningSite site)
{
    private const string Lesson = "/lessons/cnn?culture=en";

    [Fact]
    public async Task Check_WhileTheLineIsLost_SaysAtOnceThatTheAnswerIsKept()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var line = await SlowLine.BeforeAsync(visit.Page);
        var notebook = await NotebookOnPage.OpenAsync(visit, Lesson);
        var (note, asked) = (notebook.Cell("dataset").Locator("[data-line-cut]"), visit.Page.Locator("#batch-count"));
        await asked.Locator("input").FillAsync("858");
        await Assertions.Expect(asked.Locator("[data-check]")).ToBeVisibleAsync();
        await line.CutAsync(visit.Page);
        await notebook.Field("dataset").FillAsync("'label'");

        await visit.Page.Keyboard.PressAsync("Enter");
        await asked.Locator("[data-check]").ClickAsync();
        await Assertions.Expect(note).ToContainTextAsync("Your answer is kept");
        await Assertions.Expect(asked.Locator("[data-line-cut]")).ToBeVisibleAsync();

        await SlowLine.MendAsync(visit.Page);
        await Assertions.Expect(note).ToBeHiddenAsync();
        await Assertions.Expect(notebook.Field("dataset")).ToHaveValueAsync("'label'");
        await notebook.Cell("dataset").Locator("[data-check]").ClickAsync();
        await Assertions.Expect(notebook.Cell("dataset").Locator(".exercise-result")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task WithoutScript_NothingLooksPressableThatIsNot(int width)
    {
        await using var context = await chromium.Browser.NewContextAsync(new()
        {
            JavaScriptEnabled = false,
            BaseURL = site.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        foreach (var path in new[] { Lesson, "/?culture=en", "/runs?culture=en", "/data?culture=en" })
        {
            await page.GotoAsync(path);

            // What a popover's button opens, opens without a script.
            var pressable = page.Locator("button:not([popovertarget$=rail]), input:not(code-place input), [role=button]").Locator("visible=true");
            (await pressable.EvaluateAllAsync<string[]>("""
                found => found.filter(element => {
                  const style = getComputedStyle(element);
                  const isText = element.matches(".reveal-title, .tp-disclosure") || parseFloat(style.borderTopWidth) === 0;
                  return style.pointerEvents !== "none" || !isText;
                }).map(element => element.outerHTML.slice(0, 120))
                """)).ShouldBeEmpty(path);
            await Assertions.Expect(page.Locator(".no-script-note")).ToBeVisibleAsync();
        }

        await page.GotoAsync(Lesson);
        await Assertions.Expect(page.Locator(".tp-chart .tp-no-script")).ToContainTextAsync("drawn by JavaScript");
    }

    [Fact]
    public async Task Contents_OpenedOnAPhone_ThePlaceInThePageAndInTheContentsStay()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        await NotebookOnPage.OpenAsync(visit, Lesson);
        await visit.Page.EvaluateAsync("document.getElementById('layer-linear').scrollIntoView({ behavior: 'instant' })");
        await visit.Page.WaitForFunctionAsync("document.querySelector('.contents [aria-current=location]')?.dataset.section === 'layer-linear'");
        // Where the heading stands, and not how far the page is scrolled: what comes in above it may change that.
        Task<double> PlaceAsync() => visit.Page.EvaluateAsync<double>("document.getElementById('layer-linear').getBoundingClientRect().top");
        var at = await PlaceAsync();

        await visit.Page.Locator("[popovertarget='contents-rail']").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".contents [aria-current=location]")).ToBeInViewportAsync();
        (await PlaceAsync()).ShouldBe(at, 1);
        await CloseAsync(visit.Page);
        await visit.Page.Locator(".app-bar a, .app-bar button").Locator("visible=true").Last.FocusAsync();
        (await PlaceAsync()).ShouldBe(at, 1);
    }

    /// <summary>Once a starved browser, which has the whole page to build at the first key, lost that key: a reader presses it again.</summary>
    private static async Task CloseAsync(IPage page)
    {
        var rail = page.Locator("#contents-rail");
        for (var presses = 3; presses > 0 && await rail.IsVisibleAsync(); presses--)
        {
            await page.Keyboard.PressAsync("Escape");
            try
            {
                await rail.WaitForAsync(new() { State = WaitForSelectorState.Hidden, Timeout = 10_000 });
            }
            catch (TimeoutException) when (presses > 1)
            {
                // Once more.
            }
        }
    }

    [Fact]
    public async Task Cell_FirstTouched_KeepsItsOutlineAndTheKeyboardSeesOne()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, Lesson);
        var cell = notebook.Cell("setup");
        var code = cell.Locator(".python pre");
        Task<string> BorderAsync() => cell.EvaluateAsync<string>("cell => { cell.style.transition = 'none'; return getComputedStyle(cell).borderColor; }");
        var before = await BorderAsync();

        await code.ClickAsync();
        (await visit.Page.EvaluateAsync<string>("document.activeElement.localName")).ShouldBe("pre");
        (await BorderAsync()).ShouldBe(before);

        await cell.Locator("[data-run]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        (await BorderAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task AppBar_PagePassingUnderIt_IsNotSeen()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/?culture=en");
        var ground = await visit.Page.Locator(".app-bar").EvaluateAsync<string[]>(
            "bar => [getComputedStyle(bar).backgroundColor, getComputedStyle(bar).backdropFilter, getComputedStyle(document.body).backgroundColor]");
        ground[0].ShouldBe(ground[2]);
        ground[0].ShouldStartWith("rgb(");
        ground[1].ShouldBe("none");
    }

    [Fact]
    public async Task Sections_PassedQuickly_AreNotReadAndTheOneStayedOnIs()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await NotebookOnPage.OpenAsync(visit, Lesson);
        var sections = await visit.Page.EvaluateAsync<string[][]>("""
            () => new Promise(async resolve => {
              const told = [], all = [...document.querySelectorAll("[data-section-body]")];
              const isThere = section => section.getBoundingClientRect().bottom > 0 && section.getBoundingClientRect().top < innerHeight;
              addEventListener("sectionsread", event => {
                told.push(...event.detail.sections);
                if (told.includes("introduction")) resolve([told, all.filter(isThere).map(section => section.dataset.sectionBody)]);
              });
              for (const section of all) {
                section.scrollIntoView({ block: "end", behavior: "instant" });
                await new Promise(requestAnimationFrame);
              }
              scrollTo({ top: 0, behavior: "instant" });
              await new Promise(requestAnimationFrame);
              document.querySelector("[data-section-body=introduction]").scrollIntoView({ block: "end", behavior: "instant" });
            })
            """);
        var (told, stayedOn) = (sections[0], sections[1]);
        told.ShouldContain("introduction");
        told.ShouldBeSubsetOf(stayedOn);
        stayedOn.Length.ShouldBeLessThan(4);
    }

    [Fact]
    public async Task FocusRing_OfCodeAndGaps_KeepsOffTheText()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, Lesson);
        await notebook.Cell("dataset").Locator(".python pre").EvaluateAsync("pre => pre.focus({ focusVisible: true })");
        var code = await Ring(notebook.Cell("dataset").Locator(".python pre"));
        (await notebook.Cell("dataset").Locator(".python pre code").EvaluateAsync<double>("code => code.getClientRects()[0].left")).ShouldBeGreaterThanOrEqualTo(code.InnerLeft + 2);

        await notebook.Field("dataset").FocusAsync();
        var gap = await Ring(notebook.Field("dataset"));
        // One pixel of the neighbour's own margin, and the field's text keeps its distance inside.
        gap.Outside.ShouldBeLessThanOrEqualTo(1);
        gap.Inside.ShouldBeLessThan(3);
    }

    /// <summary>A browser that knows no popovers takes the selector for a mistake.</summary>
    [Fact]
    public async Task Search_BrowserWithoutPopovers_OpensAllTheSame()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.AddInitScriptAsync("""
            for (const [owner, name] of [[Document, "querySelector"], [Document, "querySelectorAll"], [Element, "querySelector"], [Element, "matches"], [Element, "closest"]]) {
              const known = owner.prototype[name];
              owner.prototype[name] = function (selector) {
                if (String(selector).includes(":popover-open")) throw new DOMException("no such selector", "SyntaxError");
                return known.call(this, selector);
              };
            }
            """);
        await NotebookOnPage.OpenAsync(visit, Lesson);
        await visit.Page.Locator(".bar-end .search-opener").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#search-dialog input")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(visit.Page.Locator("#search-dialog")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Locator("#batch-count input").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.Locator("#batch-count input")).Not.ToBeFocusedAsync();
        await visit.Page.Locator(".contents a[data-section='layer-dropout']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#layer-dropout")).ToBeInViewportAsync();
        visit.Errors.ShouldBeEmpty();
    }

    private static Task<FocusRing> Ring(ILocator element) => element.EvaluateAsync<FocusRing>("""
        element => {
          const style = getComputedStyle(element);
          const [width, offset] = [parseFloat(style.outlineWidth), parseFloat(style.outlineOffset)];
          return { outside: offset + width, inside: -offset, innerLeft: element.getBoundingClientRect().left - offset };
        }
        """);

    /// <summary>How far it lies outside and inside of its element, and where its inner edge is, in pixels.</summary>
    private sealed class FocusRing
    {
        public double Outside { get; set; }

        public double Inside { get; set; }

        public double InnerLeft { get; set; }
    }
}
