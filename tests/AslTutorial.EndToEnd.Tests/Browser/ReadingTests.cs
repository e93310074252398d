using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ReadingTests(ChromiumFixture chromium, RunningSite site)
{
    private const string Anchor = "[...document.querySelectorAll('[data-anchor]')].filter(e => e.getBoundingClientRect().top < innerHeight / 3).pop()";

    [Fact]
    public async Task Section_ReadToItsEnd_TickedAndThereOnReturn()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await visit.Page.Locator("[data-section-body='introduction'] p").Last.ScrollIntoViewIfNeededAsync();
        await visit.Page.Mouse.WheelAsync(0, 60);
        var tick = visit.Page.Locator(".contents li.is-done a[data-section='introduction']");
        await Assertions.Expect(tick).ToBeVisibleAsync();

        await NotebookOnPage.ReturnAsync(visit, "/lessons/cnn?culture=en");

        await Assertions.Expect(visit.Page.Locator(".contents li.is-done a[data-section='introduction']")).ToBeVisibleAsync();
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Section_ReadWhileTheLineIsLost_TickedOnceItStands()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var line = await SlowLine.BeforeAsync(visit.Page);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await line.CutAsync(visit.Page);
        await visit.Page.EvaluateAsync("""
            () => new Promise(resolve => {
              addEventListener("sectionsread", resolve);
              document.querySelector("[data-section-body='introduction'] p:last-of-type").scrollIntoView();
            })
            """);

        await SlowLine.MendAsync(visit.Page);

        await Assertions.Expect(visit.Page.Locator(".contents li.is-done a[data-section='introduction']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TextsOfTheDataSets_WithAndWithoutTheNotice_ThoseOfTheSetInUseAreShown()
    {
        const string shown = "set => [...document.querySelectorAll(`.of-${set}`)].filter(text => text.checkVisibility()).length";
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var all = await visit.Page.Locator(".of-real").CountAsync();
        (await visit.Page.EvaluateAsync<int>(shown, "real"), await visit.Page.EvaluateAsync<int>(shown, "synthetic")).ShouldBe((all, 0));

        await visit.Page.EvaluateAsync("document.querySelector('.prose > .lead').insertAdjacentHTML('afterend', '<aside class=\"synthetic-notice\"></aside>')");

        (await visit.Page.EvaluateAsync<int>(shown, "real"), await visit.Page.EvaluateAsync<int>(shown, "synthetic")).ShouldBe((0, all));
    }

    [Fact]
    public async Task LanguageSwitch_InTheMiddle_WhatIsReadStaysWhereItIs()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        // As a reader has it: what is folded above stays so.
        await visit.OpenAsync("/lessons/cnn?culture=en#layer-dropout", whole: false);
        await visit.Page.WaitForFunctionAsync("() => document.getElementById('layer-dropout').getBoundingClientRect().top < 300");
        // What is on the screen when the click comes: a moment earlier, sections above may still be laid out. A window's name outlives the page.
        await visit.Page.EvaluateAsync($$"""
            addEventListener("click", () => {
              const read = {{Anchor}};
              window.name = JSON.stringify({ id: read.id, top: read.getBoundingClientRect().top });
            }, { capture: true })
            """);

        await SwitchToChineseAsync(visit);

        await visit.Page.WaitForFunctionAsync("""
            () => {
              const { id, top } = JSON.parse(window.name);
              return Math.abs(document.getElementById(id).getBoundingClientRect().top - top) < 4;
            }
            """);
        new Uri(visit.Page.Url).Fragment.ShouldBe("#layer-dropout");
    }

    [Fact]
    public async Task LanguageSwitch_StorageForbidden_TheSectionAboveIsAskedFor()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.ForbidStorageAsync();
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en#layer-dropout");
        await visit.Page.EvaluateAsync("document.getElementById('layer-flatten').scrollIntoView({ behavior: 'instant' })");
        var read = await visit.Page.EvaluateAsync<string>($"{Anchor}.id");

        await SwitchToChineseAsync(visit);

        new Uri(visit.Page.Url).Fragment.ShouldBe($"#{read}");
        await visit.Page.WaitForFunctionAsync("id => Math.abs(document.getElementById(id).getBoundingClientRect().top) < innerHeight / 3", read);
    }

    [Fact]
    public async Task Keys_EscapeLeavesTheFieldOfAQuestion_NothingMovesUnderADialog()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var field = visit.Page.Locator("#batch-count input");
        await field.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(field).Not.ToBeFocusedAsync();

        await visit.Page.Keyboard.PressAsync("?");
        var at = await visit.Page.EvaluateAsync<double>("scrollY");
        await visit.Page.Keyboard.PressAsync("j");
        (await visit.Page.EvaluateAsync<double>("scrollY")).ShouldBe(at);
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.Page.Keyboard.PressAsync("j");
        (await notebook.FocusedAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Dialogs_OpenedByKeys_CloseOnEscape()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var page = visit.Page;

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#shortcuts-dialog")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#shortcuts-dialog")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#search-dialog input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("dropout");
        await Assertions.Expect(page.Locator(".search-hits li").First).ToContainTextAsync("3.3.4 Dropout");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#search-dialog")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#search-dialog")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#layer-dropout")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Figure_Played_ShowsItsStepsOneAtATime()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var figure = visit.Page.Locator("#fig-max-pooling");
        await Assertions.Expect(figure.Locator(".figure-wide [data-step='1']")).ToBeHiddenAsync();

        await figure.Locator("[data-step-on]").ClickAsync();
        await figure.Locator("[data-step-on]").ClickAsync();

        await Assertions.Expect(figure.Locator(".figure-wide [data-step='2']")).ToBeVisibleAsync();
        await Assertions.Expect(figure.Locator(".figure-wide [data-step='1']")).ToBeHiddenAsync();
        await Assertions.Expect(figure.Locator("[data-count]")).ToHaveTextAsync("2 of 4");
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task Callout_Title_OnOneLineBesideTheTextOrAboveIt(int width, bool isBeside)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width);
        await visit.Page.GotoAsync("/lessons/cnn?culture=zh-CN");
        var callout = visit.Page.Locator(".callout-warning");
        await callout.ScrollIntoViewIfNeededAsync();

        var lines = await callout.EvaluateAsync<int>("""
            box => {
              const title = document.createRange();
              title.selectNodeContents(box.querySelector(".callout-title"));
              return title.getClientRects().length;
            }
            """);
        var below = await callout.EvaluateAsync<double>("box => box.children[1].offsetTop - box.children[0].offsetTop");

        lines.ShouldBe(1);
        (below < 1).ShouldBe(isBeside);
    }

    [Fact]
    public async Task Wheel_OverTheTrainingsLog_ThePageGoesOn()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        await visit.OpenAsync("/lessons/cnn?culture=en");
        await visit.Page.EvaluateAsync("document.querySelector('.tp-log').scrollIntoView({ block: 'center' })");
        await visit.Page.Locator(".tp-log").HoverAsync();
        var before = await visit.Page.EvaluateAsync<double>("scrollY");

        await visit.Page.Mouse.WheelAsync(0, 700);

        await visit.Page.WaitForFunctionAsync("before => scrollY > before + 300", before);
    }

    [Fact]
    public async Task Phone_ContentsInADrawer_CodeScrollsInItsOwnBox()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=zh-CN");
        var page = visit.Page;
        await Assertions.Expect(page.Locator("#contents-rail")).ToBeHiddenAsync();
        (await page.EvaluateAsync<bool>("[...document.querySelectorAll('.python pre')].some(pre => pre.scrollWidth > pre.clientWidth)")).ShouldBeTrue();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        (await page.Locator("#setup [data-run]").BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(44);

        await page.Locator("[popovertarget='contents-rail']").ClickAsync();
        await Assertions.Expect(page.Locator("#contents-rail")).ToBeVisibleAsync();
        await page.Locator("#contents-rail a[data-section='discussion']").ClickAsync();

        await Assertions.Expect(page.Locator("#contents-rail")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#discussion")).ToBeInViewportAsync();
    }

    // By the mouse: Playwright's own click scrolls the page to reach what stands in the sticky bar.
    private static async Task SwitchToChineseAsync(Visit visit)
    {
        var button = (await visit.Page.Locator(".bar-end a.language").BoundingBoxAsync())!;
        await visit.Page.Mouse.ClickAsync(button.X + (button.Width / 2), button.Y + (button.Height / 2));
        await visit.Page.WaitForFunctionAsync("() => document.documentElement.lang === 'zh-CN' && document.readyState === 'complete'");
    }
}
