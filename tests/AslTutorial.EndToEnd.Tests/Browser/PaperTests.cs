using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>What a reader takes away: a saved page, or paper.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PaperTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task Save_OneFile_HoldsValuesAndOutputsAndNeedsNothingElse()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await notebook.Field("dataset").FillAsync("'my answer'");
        await notebook.RunAsync("setup");
        await Assertions.Expect(notebook.Output("setup").First).ToBeVisibleAsync();

        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("[data-save-page]").ClickAsync());
        var html = await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);

        html.ShouldContain("'my answer'");
        html.ShouldContain(await notebook.Output("setup").First.InnerTextAsync());
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<link");
        html.ShouldNotContain("<button");
        html.ShouldNotContain("<input type=\"text\"");
        html.ShouldNotContain("<span class=\"typed\">on</span>");
        html.ShouldContain("<input type=\"range\"");
        html.ShouldContain("--paper:");
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.SetContentAsync(html);
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task Save_RightAfterTheLoad_TheTrainingsChartIsInIt()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync("/lessons/cnn?culture=en");

        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("[data-save-page]").ClickAsync());
        var html = await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);

        html.ShouldContain("class=\"tc-plot tc-loss\"");
    }

    [Fact]
    public async Task Print_FromTheDarkInTheMiddleOfADrawing_BlackOnWhiteAndTheDrawingAtRest()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, theme: ColorScheme.Dark);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        var figure = visit.Page.Locator("#fig-convolution");
        await figure.Locator("[data-step-on]").ClickAsync();
        await Assertions.Expect(figure.Locator(".figure-wide [data-static]").First).ToBeHiddenAsync();

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(figure.Locator(".figure-wide [data-static]").First).ToBeVisibleAsync();
        await Assertions.Expect(figure.Locator(".figure-wide [data-step='1']")).ToBeHiddenAsync();
        await Assertions.Expect(notebook.Field("dataset")).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        var light = await visit.Page.EvaluateAsync<bool>("""
            (style => style.colorScheme === "light" && style.getPropertyValue("--accent") === "#0b7a75")(getComputedStyle(document.documentElement))
            """);
        light.ShouldBeTrue();
    }
}
