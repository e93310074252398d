using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Code on the page: no gap is out of sight, in either language of code, and what is printed is not cut off.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ListingTests(ChromiumFixture chromium, RunningSite site)
{
    private const int Phone = 390;

    private static readonly string[] Exercises = ["dataset", "dataloader", "train-validate"];

    [Theory]
    [InlineData("python", "zh-CN")]
    [InlineData("python", "en")]
    [InlineData("csharp", "zh-CN")]
    [InlineData("csharp", "en")]
    public async Task OnAPhone_EveryGap_IsInSightAndLargeEnough(string code, string culture)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: Phone);
        var notebook = await NotebookOnPage.OpenAsync(visit, $"/lessons/cnn?culture={culture}");
        await visit.Page.EvaluateAsync("code => document.documentElement.dataset.code = code", code);
        foreach (var exercise in Exercises)
        {
            var gaps = notebook.Cell(exercise).Locator($".{code} code-place.gap input");
            (await gaps.CountAsync()).ShouldBe(exercise switch { "dataset" => 4, "dataloader" => 2, _ => 8 });
            foreach (var gap in await gaps.AllAsync())
            {
                await gap.FillAsync("something_long_enough");
                var box = (await gap.BoundingBoxAsync()).ShouldNotBeNull();
                box.X.ShouldBeGreaterThanOrEqualTo(0);
                (box.X + box.Width).ShouldBeLessThanOrEqualTo(Phone, $"{exercise}: {await gap.GetAttributeAsync("aria-label")}");
                (await gap.EvaluateAsync<double>("gap => parseFloat(getComputedStyle(gap).fontSize)")).ShouldBeGreaterThanOrEqualTo(16);
            }
        }

        // The shapes beside the layers wrap with their lines.
        foreach (var shape in await notebook.Cell("model").Locator($".{code} .fact").AllAsync())
        {
            var box = (await shape.BoundingBoxAsync()).ShouldNotBeNull();
            (box.X + box.Width).ShouldBeLessThanOrEqualTo(Phone);
        }
    }

    [Fact]
    public async Task CSharp_AnsweredThere_IsTheSameAnswer()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await visit.Page.Locator(".bar-end [data-code-language=csharp]").ClickAsync();
        var cell = notebook.Cell("dataloader");
        var gap = cell.Locator(".csharp code-place.gap input").First;
        await gap.FillAsync("shuffle = true");
        await gap.PressAsync("Enter");
        await Assertions.Expect(cell.Locator(".exercise-head.is-solved")).ToBeVisibleAsync();
        await Assertions.Expect(cell.Locator(".read-as code")).ToHaveTextAsync("shuffle=True");

        await visit.Page.Locator(".bar-end [data-code-language=python]").ClickAsync();
        await Assertions.Expect(cell.Locator(".python code-place.gap input").First).ToHaveValueAsync("shuffle: true");

        // And a value set in the one listing stands in the other, with what its run found out.
        await notebook.Field("model").FillAsync("5");
        await notebook.Field("model").PressAsync("Tab");
        await visit.Page.Locator(".bar-end [data-code-language=csharp]").ClickAsync();
        await Assertions.Expect(notebook.Cell("model").Locator(".csharp code-place input").First).ToHaveValueAsync("5");
        await notebook.RunThroughAsync("model");
        await Assertions.Expect(notebook.Cell("model").Locator(".csharp .fact").First).ToHaveTextAsync("25 x 26 x 26");
        await Assertions.Expect(notebook.Cell("model").Locator(".is-broken")).ToContainTextAsync("layer (14)");
        visit.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(Phone)]
    public async Task SummaryAndErrors_AreNotCutOff(int width)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=zh-CN");
        await notebook.RunThroughAsync("summary");
        await Assertions.Expect(notebook.Output("summary")).ToContainTextAsync("OptimizedModule");
        (await HiddenAsync(notebook.Output("summary"))).ShouldBe(0);

        foreach (var (gap, answer) in new[] { "'label'", "28", "28", "1" }.Index())
        {
            await notebook.Field("dataset", gap).FillAsync(answer);
        }

        await notebook.Field("dataset", 3).PressAsync("Enter");
        await Assertions.Expect(notebook.Cell("dataset").Locator(".output-error")).ToContainTextAsync("to have 1 channels");
        (await HiddenAsync(notebook.Cell("dataset").Locator(".output-error"))).ShouldBe(0);
    }

    private static Task<int> HiddenAsync(ILocator box) => box.EvaluateAsync<int>("box => box.scrollWidth - box.clientWidth");
}
