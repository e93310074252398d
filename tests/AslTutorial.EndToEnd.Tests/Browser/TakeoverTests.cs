using System.Text.RegularExpressions;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The circuit takes over a lesson that the first response has drawn.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TakeoverTests(ChromiumFixture chromium, RunningSite site)
{
    private const string WaitingPeek = "lesson-block[data-kept=waiting]:has([id='peek'][data-cell])";
    private const string Lesson = "/lessons/cnn?culture=en";

    private static readonly Regex Counted = new(@"^\s*In\s\[\d\]\s*$");

    [Fact]
    public async Task ProseAndFigures_AreNotDrawnASecondTime()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.AddInitScriptAsync("""
            addEventListener("DOMContentLoaded", () => {
              window.first = [...document.querySelectorAll("article figure.figure, article .lead p")];
            });
            """);

        await NotebookOnPage.OpenAsync(visit, Lesson);

        (await visit.Page.EvaluateAsync<int>("first.length")).ShouldBeGreaterThan(6);
        (await visit.Page.EvaluateAsync<bool>("first.every(element => element.isConnected)")).ShouldBeTrue();
        (await visit.Page.EvaluateAsync<string[]>(
            "(ids => ids.filter((id, at) => ids.indexOf(id) !== at))([...document.querySelectorAll('[id]')].map(element => element.id))")).ShouldBeEmpty();
        (await visit.Page.EvaluateAsync<int>("[...document.querySelectorAll('lesson-block')].filter(block => block.children.length === 0).length")).ShouldBe(0);
        (await visit.Page.EvaluateAsync<int>("document.querySelectorAll('[data-run]:disabled').length")).ShouldBe(0);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cell_FarAway_IsBuiltWhenTheReaderComes()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync(Lesson, whole: false);
        await Assertions.Expect(visit.Page.Locator(WaitingPeek)).ToHaveCountAsync(1);
        var notebook = new NotebookOnPage(visit.Page);

        // Playwright's click waits for the button before it scrolls to it.
        await notebook.Cell("peek").ScrollIntoViewIfNeededAsync();
        await notebook.RunThroughAsync("peek");

        await Assertions.Expect(notebook.Number("peek")).ToHaveTextAsync(Counted);
        (await visit.Page.Locator("lesson-block[data-kept=waiting]").CountAsync()).ShouldBeGreaterThan(0);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cell_FarAway_ShowsWhatAnotherTabRan()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync(Lesson, whole: false);
        await Assertions.Expect(visit.Page.Locator(WaitingPeek)).ToHaveCountAsync(1);
        var other = await visit.Page.Context.NewPageAsync();
        await other.GotoAsync(Lesson);
        var there = new NotebookOnPage(other);
        await there.Cell("peek").ScrollIntoViewIfNeededAsync();
        await there.RunThroughAsync("peek");

        await Assertions.Expect(new NotebookOnPage(visit.Page).Number("peek")).ToHaveTextAsync(Counted);
        await Assertions.Expect(visit.Page.Locator(WaitingPeek)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Focus_GivenBeforeTheCircuit_StaysWhereItIs()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.AddInitScriptAsync("""
            addEventListener("DOMContentLoaded", () => document.querySelector("[id='peek'] code-place input").focus());
            """);

        await visit.OpenAsync($"{Lesson}#peek", whole: false);

        var notebook = new NotebookOnPage(visit.Page);
        await Assertions.Expect(notebook.Cell("peek").Locator("[data-run]")).ToBeEnabledAsync();
        await Assertions.Expect(notebook.Field("peek")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Typing_BegunBeforeTheCircuit_GoesOnWhereTheCaretIs(bool isHandedOver)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var begun = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/blazor.web*.js", async route =>
        {
            await begun.Task;
            if (!isHandedOver)
            {
                // Another reader, to the circuit: the first response was not drawn for this one.
                await visit.Page.Context.ClearCookiesAsync();
            }

            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync($"{Lesson}#peek", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var notebook = new NotebookOnPage(visit.Page);
        await notebook.Field("peek").FillAsync("12");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        begun.SetResult();

        await Assertions.Expect(notebook.Cell("peek").Locator("[data-run]")).ToBeEnabledAsync();
        await visit.Page.Keyboard.TypeAsync("0");

        await Assertions.Expect(notebook.Field("peek")).ToHaveValueAsync("102");
        await Assertions.Expect(notebook.Cell("peek").Locator("code-place").First).ToHaveAttributeAsync("data-kept", "102");
        (await visit.Page.Locator("lesson-block[data-kept=still]").CountAsync() > 0).ShouldBe(isHandedOver);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Newcomers_SentTheSamePage_EachTakeItOverAsTheirOwn()
    {
        const string Path = "/lessons/cnn#peek";
        for (var tries = 0; ; tries++)
        {
            await using var first = await Visit.BeginAsync(chromium.Browser, site.Address);
            await using var second = await Visit.BeginAsync(chromium.Browser, site.Address);
            var drawn = await first.Page.GotoAsync(Path, new() { WaitUntil = WaitUntilState.Commit });
            var kept = await second.Page.GotoAsync(Path, new() { WaitUntil = WaitUntilState.Commit });
            if (await drawn!.TextAsync() != await kept!.TextAsync())
            {
                // Two seconds were over between the two.
                tries.ShouldBeLessThan(10);
                continue;
            }

            var (own, others) = (new NotebookOnPage(second.Page), new NotebookOnPage(first.Page));
            await second.Page.Mouse.MoveAsync(1, 1);
            await own.RunThroughAsync("peek");
            await Assertions.Expect(own.Number("peek")).ToHaveTextAsync(Counted);
            (await second.Page.Locator("lesson-block[data-kept=still]").CountAsync()).ShouldBeGreaterThan(0);

            await first.Page.Mouse.MoveAsync(1, 1);
            await Assertions.Expect(others.Cell("peek").Locator("[data-run]")).ToBeEnabledAsync();
            (await others.Number("peek").InnerTextAsync()).ShouldNotMatch(Counted.ToString());
            second.Errors.ShouldBeEmpty();
            first.Errors.ShouldBeEmpty();
            return;
        }
    }

    [Fact]
    public async Task LessonReachedWithinTheSite_IsWholeToo()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync(Lesson);
        await visit.Page.Locator("a.brand").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("article[data-lesson]")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();

        await visit.Page.GoBackAsync();

        await Assertions.Expect(visit.Page.Locator("article .lead p").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("lesson-block[data-kept]")).ToHaveCountAsync(0);
        (await visit.Page.EvaluateAsync<int>("[...document.querySelectorAll('lesson-block')].filter(block => block.children.length === 0).length")).ShouldBe(0);
    }
}
