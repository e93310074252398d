using AslTutorial.EndToEnd.Tests.Browser;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Pictures;

/// <summary>
/// Takes the pictures of the exercises in docs/images/exercises, at both widths and in both languages. PICTURES=before or
/// after in the environment names them. It judges nothing, so it runs only when asked for:
/// <c>AslTutorial.EndToEnd.Tests --explicit only --filter-class "*ExercisePictures"</c>.
/// </summary>
public sealed class ExercisePictures(ChromiumFixture chromium)
{
    private static readonly string Images = Path.Combine(BuildFacts.RepositoryRoot, "docs", "images", "exercises");

    private static readonly string[] ValidatesOnTrain =
        ["validate", "eval", "train_loader", "Valid", "train", "train", "train_loader", "Train"];

    [Fact(Explicit = true)]
    public async Task Exercises_AsTheyAreNow_Pictured()
    {
        var moment = Environment.GetEnvironmentVariable("PICTURES") ?? "after";
        using var folder = new TemporaryDirectory();
        await using var site = await SiteProcess.StartAsync(Path.Combine(folder.Path, "storage"), data: null);
        await SiteHealth.WaitForTrainerAsync(site.Address);
        foreach (var width in new[] { 1280, 390 })
        {
            foreach (var culture in new[] { "zh-CN", "en" })
            {
                await TakeAsync(site.Address, $"{moment}-{width}-{culture}", width, culture);
            }
        }
    }

    private async Task TakeAsync(Uri site, string name, int width, string culture)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site, width);
        var notebook = await NotebookOnPage.OpenAsync(visit, $"/lessons/cnn?culture={culture}");
        await PictureAsync(notebook.Cell("dataloader"), $"gaps-{name}");

        foreach (var (gap, answer) in ValidatesOnTrain.Index())
        {
            await notebook.Field("train-validate", gap).FillAsync(answer);
        }

        await notebook.Field("train-validate", 7).PressAsync("Enter");
        await Assertions.Expect(notebook.Cell("train-validate").Locator(".python-says")).ToBeVisibleAsync();
        await PictureAsync(notebook.Cell("train-validate").Locator(".exercise-result"), $"feedback-{name}");

        await visit.Page.EvaluateAsync("document.documentElement.dataset.code = 'csharp'");
        await PictureAsync(notebook.Cell("dataset"), $"csharp-{name}");

        async Task PictureAsync(ILocator what, string file)
        {
            await visit.Page.Mouse.MoveAsync(1, 1);
            await visit.Page.WaitForTimeoutAsync(300);
            await what.ScreenshotAsync(new() { Path = Path.Combine(Images, file + ".png") });
        }
    }
}
