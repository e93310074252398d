using AslTutorial.EndToEnd.Tests.Browser;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Pictures;

/// <summary>
/// Takes the pictures in docs/images of what a learner's own net and run look like, of the questions and of letters and
/// maths, at both widths and in both languages. PICTURES=before or after in the environment names them, PICTURES_SITE is
/// the address of a site that runs already (an older one, say). It judges nothing, so it runs only when asked for:
/// <c>AslTutorial.EndToEnd.Tests --explicit only --filter-class "*LessonPictures"</c>; then see docs/pictures.md.
/// </summary>
public sealed class LessonPictures(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const int Tallest = 760;

    private static readonly string Images = Path.Combine(BuildFacts.RepositoryRoot, "docs", "images");

    [Fact(Explicit = true)]
    public async Task Lesson_AsItIsNow_Pictured()
    {
        using var folder = new TemporaryDirectory();
        SiteProcess? started = null;
        if (Environment.GetEnvironmentVariable("PICTURES_SITE") is not { } address)
        {
            var data = Path.Combine(folder.Path, "data");
            TinyDataSet.WriteTo(data);
            started = await SiteProcess.StartAsync(Path.Combine(folder.Path, "storage"), data);
            address = started.Address.ToString();
        }

        await using (started)
        {
            await SiteHealth.WaitForTrainerAsync(new(address));
            foreach (var width in new[] { 1280, 390 })
            {
                foreach (var culture in new[] { "zh-CN", "en" })
                {
                    await TakeAsync(new(address), $"{Environment.GetEnvironmentVariable("PICTURES") ?? "after"}-{width}-{culture}", width, culture);
                }
            }
        }
    }

    private async Task TakeAsync(Uri site, string name, int width, string culture)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site, width);
        var page = visit.Page;
        await visit.OpenAsync($"/lessons/cnn?culture={culture}", whole: false);
        await PictureAsync(page.Locator("#shape-block-1"), "predict");
        await PictureAsync(page.Locator("[data-section-body='layer-batchnorm2d'] math[display=block]").First, "figures", "maths-");

        var notebook = await NotebookOnPage.ReturnAsync(visit, $"/lessons/cnn?culture={culture}");
        page = visit.Page;
        await notebook.RunThroughAsync("peek");
        await Assertions.Expect(notebook.Output("peek")).ToContainTextAsync("array");
        await PictureAsync(notebook.Cell("peek").Locator(".cell-output > :not(:has(pre))").First, "figures", "letters-");

        var panel = new PanelOnPage(page);
        await panel.StartAsync(epochs: 4, batchSize: 32);
        await Assertions.Expect(page.Locator(".tp-status[data-state=completed]")).ToBeVisibleAsync(new() { Timeout = 300_000 });
        await PictureAsync(page.Locator(".training-panel"), "result");
        if (await page.Locator(".own-run").CountAsync() > 0)
        {
            await PictureAsync(page.Locator(".own-run"), "result", "own-run-");
            await page.Locator("[id='batch-count'] input").FillAsync("857");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("[id='batch-count'].is-answered")).ToBeVisibleAsync();
            await PictureAsync(page.Locator(".predictions"), "predict", "end-");
        }

        foreach (var (cell, field, value) in new[] { ("model", 0, "5"), ("model", 1, "75"), ("dataloader", 0, "64") })
        {
            await notebook.Field(cell, field).FillAsync(value);
            await page.Keyboard.PressAsync("Tab");
        }

        await PictureAsync(page.Locator(".training-panel form"), "own-net");

        async Task PictureAsync(ILocator what, string of, string part = "")
        {
            await what.EvaluateAsync("element => scrollTo({ top: scrollY + element.getBoundingClientRect().top - 90, behavior: 'instant' })");
            await page.Mouse.MoveAsync(1, 1);
            await page.WaitForTimeoutAsync(900);
            var box = (await what.BoundingBoxAsync())!;

            // What stands below it is a part of the picture: a question, and what follows it.
            var height = of == "predict" ? Tallest : Math.Min(box.Height, Tallest);
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(Directory.CreateDirectory(Path.Combine(Images, of)).FullName, $"{part}{name}.png"),
                Clip = new() { X = Math.Max(0, box.X - 8), Y = Math.Max(0, box.Y - 8), Width = Math.Min(box.Width + 16, width), Height = height + 16 },
            });
        }
    }
}
