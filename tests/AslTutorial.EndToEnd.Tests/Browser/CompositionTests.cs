using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The keys of a composition, in which Chinese is typed, belong to it: they choose words, and do nothing on the page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CompositionTests(ChromiumFixture chromium, RunningSite site)
{
    private const string Lesson = "/lessons/cnn?culture=zh-CN";

    [Fact]
    public async Task Search_WordComposed_EnterTakesTheWordAndTheNextOneTheHit()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, locale: "zh-CN");
        await visit.OpenAsync("/?culture=zh-CN");
        var page = visit.Page;
        await page.Keyboard.PressAsync("/");
        var field = page.Locator("#search-dialog input");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.EvaluateAsync("field => { window.said = []; field.addEventListener('change', () => said.push(field.value)); }");
        var keyboard = await Ime.OfAsync(page);

        await keyboard.ComposeAsync("chihua");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#search-dialog")).ToBeVisibleAsync();
        await keyboard.TakeAsync("池化");

        await Assertions.Expect(page.Locator(".search-hits li").First).ToContainTextAsync("池化");
        await Assertions.Expect(page.Locator(".search-hits [aria-selected=true]")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<string[]>("said")).Last().ShouldBe("池化");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lessons/cnn#"));
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gap_WordComposed_EnterChecksNothing()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, locale: "zh-CN");
        var notebook = await NotebookOnPage.OpenAsync(visit, Lesson);
        var page = visit.Page;
        await page.EvaluateAsync("window.pressed = 0; document.addEventListener('click', event => { if (event.target.closest('[data-check], [data-run]')) pressed++; }, true)");
        var keyboard = await Ime.OfAsync(page);
        var field = notebook.Field("dataset");
        await field.FocusAsync();

        await keyboard.ComposeAsync("biaoqian");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.PressAsync("Control+Enter");
        (await page.EvaluateAsync<int>("pressed")).ShouldBe(0);
        await Assertions.Expect(field).ToBeFocusedAsync();
        await keyboard.TakeAsync("标签");
        await Assertions.Expect(field).ToHaveValueAsync("标签");

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(notebook.Cell("dataset").Locator(".exercise-result")).ToBeVisibleAsync();
        visit.Errors.ShouldBeEmpty();
    }

    /// <summary>Safari reports the Enter that takes the word after the composition, and Android every key, with code 229.</summary>
    [Fact]
    public async Task Keys_ReportedWithTheCodeOfACompositionOrWithinOne_DoNothingAnywhere()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, locale: "zh-CN");
        await NotebookOnPage.OpenAsync(visit, Lesson);

        var acted = await visit.Page.EvaluateAsync<string[]>("""
            () => {
              const acted = [];
              let pressed = 0;
              document.addEventListener("click", () => pressed++, true);
              const places = {
                "#search-dialog input": ["Enter", "ArrowDown", "ArrowUp", "/", "?"],
                "#dataset code-place input": ["Enter", "Escape"],
                "#batch-count code-place input": ["Enter", "Escape"],
                "#who-shuffles input": ["Enter", "Escape", "/", "j"],
                "roving-grid [role=gridcell]": ["ArrowRight", "Home", "End"],
                "[data-cv=output]": ["ArrowRight", "End"],
                "body": ["j", "k", "/", "?"],
              };
              for (const [place, keys] of Object.entries(places)) {
                const target = document.querySelector(place);
                target.focus();
                for (const key of keys) {
                  for (const composed of [{ keyCode: 229, which: 229 }, { isComposing: true }]) {
                    const before = [document.activeElement, scrollY, pressed, document.querySelector("dialog[open]"), document.querySelector("[data-cv=place]").textContent];
                    const isFree = target.dispatchEvent(new KeyboardEvent("keydown", { key, ...composed, bubbles: true, cancelable: true }));
                    const after = [document.activeElement, scrollY, pressed, document.querySelector("dialog[open]"), document.querySelector("[data-cv=place]").textContent];
                    if (!isFree || before.some((value, at) => value !== after[at])) acted.push(`${place} ${key} ${JSON.stringify(composed)}`);
                  }
                }
              }
              return acted;
            }
            """);

        acted.ShouldBeEmpty();
    }

    /// <summary>An input method: the browser's own events, as it sends them while a word is composed.</summary>
    private sealed class Ime(ICDPSession session)
    {
        public static async Task<Ime> OfAsync(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

        public Task ComposeAsync(string letters) => session.SendAsync("Input.imeSetComposition", new()
        {
            ["text"] = letters,
            ["selectionStart"] = letters.Length,
            ["selectionEnd"] = letters.Length,
        });

        public Task TakeAsync(string word) => session.SendAsync("Input.insertText", new() { ["text"] = word });
    }
}
