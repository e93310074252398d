using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The cells of a lesson as a reader handles them.</summary>
internal sealed class NotebookOnPage(IPage page)
{
    /// <summary>Opens a lesson and waits until the circuit's page stands in the place of the first response.</summary>
    public static async Task<NotebookOnPage> OpenAsync(Visit visit, string path)
    {
        await visit.OpenAsync(path);
        return await TakenOverAsync(visit);
    }

    /// <summary>The same in a new tab.</summary>
    public static async Task<NotebookOnPage> ReturnAsync(Visit visit, string path)
    {
        await visit.CloseTabAndOpenAsync(path);
        return await TakenOverAsync(visit);
    }

    public ILocator Cell(string id) => page.Locator($"[id='{id}'][data-cell]");

    public ILocator Number(string id) => Cell(id).Locator(".cell-number > :first-child");

    public ILocator Output(string id) => Cell(id).Locator(".output-text");

    public ILocator Field(string id, int index = 0) => Cell(id).Locator("code-place input").Nth(index);

    public Task RunAsync(string id) => Cell(id).Locator("[data-run]").ClickAsync();

    /// <summary>Runs a cell and what it needs, by the button that offers it.</summary>
    public async Task RunThroughAsync(string id)
    {
        await RunAsync(id);
        await Cell(id).Locator(".cell-notice button").ClickAsync();
    }

    /// <summary>The id of the cell that has the focus.</summary>
    public Task<string?> FocusedAsync() => page.EvaluateAsync<string?>("document.activeElement?.closest('[data-cell]')?.id ?? null");

    private static async Task<NotebookOnPage> TakenOverAsync(Visit visit)
    {
        await Assertions.Expect(visit.Page.Locator("[id='setup'] [data-run]")).ToBeEnabledAsync();
        return new(visit.Page);
    }
}
