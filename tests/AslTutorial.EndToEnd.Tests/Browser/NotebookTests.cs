using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class NotebookTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task Cell_RunBeforeWhatItNeeds_OfferedInOrderAndThereOnReturn()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");

        await notebook.RunThroughAsync("peek-shape");

        await Assertions.Expect(notebook.Output("peek-shape")).ToHaveTextAsync("(5, 784)");
        await Assertions.Expect(notebook.Number("peek-shape")).ToHaveTextAsync("In\u00a0[4]");
        await Assertions.Expect(notebook.Output("peek").First).ToContainTextAsync("array([[");

        notebook = await NotebookOnPage.ReturnAsync(visit, "/lessons/cnn?culture=zh-CN");
        await Assertions.Expect(notebook.Output("peek-shape")).ToHaveTextAsync("(5, 784)");
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Parameter_TypedAndRunByKeyboard_ResultFollowsAndWhatDependsGoesStale()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await notebook.RunThroughAsync("peek-shape");
        await Assertions.Expect(notebook.Output("peek-shape")).ToHaveTextAsync("(5, 784)");

        await notebook.Field("peek").FillAsync("7");
        await visit.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(notebook.Cell("peek-shape").Locator(".is-stale p")).ToHaveTextAsync("Inputs changed, run again.");
        await Assertions.Expect(notebook.Number("peek")).ToHaveTextAsync("In\u00a0[5]");
        (await notebook.FocusedAsync()).ShouldBe("peek");
        await visit.Page.Keyboard.PressAsync("Shift+Enter");
        await Assertions.Expect(notebook.Number("peek")).ToHaveTextAsync("In\u00a0[6]");
        (await notebook.FocusedAsync()).ShouldBe("peek-shape");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(notebook.Output("peek-shape")).ToHaveTextAsync("(7, 784)");
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Parameter_ResetAndTypedAsBefore_RunsWithWhatStandsThere()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var place = notebook.Cell("peek").Locator("code-place").First;
        var given = await place.GetAttributeAsync("data-kept");
        await place.Locator("input").FillAsync("7");
        await Assertions.Expect(place).ToHaveAttributeAsync("data-ack", "7");
        await notebook.Cell("peek").Locator("button[title='Reset values']").ClickAsync();
        await Assertions.Expect(place.Locator("input")).ToHaveValueAsync(given!);

        await place.Locator("input").FillAsync("7");
        await visit.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(place).ToHaveAttributeAsync("data-kept", "7");
        await Assertions.Expect(place).ToHaveAttributeAsync("data-ack", "7");
        (await visit.Page.EvaluateAsync<string[]>("Object.keys(sessionStorage)")).ShouldBeEmpty();
    }

    [Fact]
    public async Task GapAndChoice_AnsweredWithoutTheCircuit_KeptByTheNextPage()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await visit.Page.EvaluateAsync("Blazor.disconnect?.()");
        await visit.Page.Context.SetOfflineAsync(true);
        await notebook.Field("dataset").FillAsync("'label'");
        await visit.Page.Locator("[id='who-shuffles'] label").Nth(2).ClickAsync();
        await visit.Page.Context.SetOfflineAsync(false);

        notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=zh-CN");

        await Assertions.Expect(notebook.Field("dataset")).ToHaveValueAsync("'label'");
        await Assertions.Expect(notebook.Cell("dataset").Locator("code-place").First).ToHaveAttributeAsync("data-kept", "'label'");
        await Assertions.Expect(visit.Page.Locator("[id='who-shuffles'] choice-place")).ToHaveAttributeAsync("data-kept", "both");
        notebook = await NotebookOnPage.ReturnAsync(visit, "/lessons/cnn?culture=en");
        await Assertions.Expect(notebook.Field("dataset")).ToHaveValueAsync("'label'");
        await Assertions.Expect(visit.Page.Locator("[id='who-shuffles'] input").Nth(2)).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData(true, "Copied")]
    [InlineData(false, "Could not be copied")]
    public async Task Copy_BrowserLendsNoClipboard_CopiedBySelectingOrSaid(bool canSelect, string said)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.AddInitScriptAsync($$"""
            Object.defineProperty(navigator, "clipboard", { value: undefined });
            if (!{{(canSelect ? "true" : "false")}}) Document.prototype.execCommand = () => false;
            addEventListener("copy", event => window.copied = event.target.value);
            """);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var copy = notebook.Cell("peek").Locator("[data-copy-cell]");

        await copy.ClickAsync();
        await copy.ClickAsync();

        await Assertions.Expect(copy).ToHaveTextAsync(said);
        (await visit.Page.EvaluateAsync<string?>("window.copied")).ShouldBe(canSelect ? await notebook.Cell("peek").Locator(".python code").EvaluateAsync<string>(
            "code => code.innerText.replace('head()', 'head(5)')") : null);
        await Assertions.Expect(copy).ToHaveTextAsync("Copy");
        visit.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "s")]
    [InlineData("zh-CN", "秒")]
    public async Task Clock_InTheLanguageOfThePage(string culture, string unit)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync($"/lessons/cnn?culture={culture}");
        await visit.Page.EvaluateAsync("document.querySelector('article').insertAdjacentHTML('beforebegin', '<cell-clock data-elapsed=\"61000\"></cell-clock>')");
        await Assertions.Expect(visit.Page.Locator("cell-clock")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($@"^\d\d\.\d {unit}$"));
    }

    [Fact]
    public async Task CodeLanguage_Chosen_IsThereInTheNextFirstResponse()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await visit.Page.Locator(".bar-end [data-code-language=csharp]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#model .csharp")).ToContainTextAsync("Conv2d(");

        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");

        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-code", "csharp");
        await Assertions.Expect(visit.Page.Locator(".bar-end [data-code-language=csharp]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(visit.Page.Locator("#model .csharp")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#model .python")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Solution_AskedOnceThenShown_NothingOfItBefore()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        (await visit.Page.ContentAsync()).ShouldNotContain("There are two clues");
        var solution = visit.Page.Locator("[id='solution-train-validate']");

        await solution.Locator(".reveal-title").ClickAsync();
        await solution.Locator(".reveal-ask button").First.ClickAsync();

        await Assertions.Expect(solution.Locator(".reveal-body")).ToContainTextAsync("There are two clues");
    }
}
