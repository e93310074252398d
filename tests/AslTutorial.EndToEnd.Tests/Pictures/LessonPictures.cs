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
public sealed class LessonPictures(ChromiumFixture chromium)
{
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
            await TakeAsync(new(address), Environment.GetEnvironmentVariable("PICTURES") ?? "after");
        }
    }

    private async Task TakeAsync(Uri site, string moment)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site);
        await EachAsync(whole: false, async picture =>
        {
            await picture("predict", "", visit.Page.Locator("#shape-block-1"), 760);
            await picture("figures", "maths-", visit.Page.Locator("[data-section-body='layer-batchnorm2d'] math[display=block]").First, 200);
        });

        var notebook = await NotebookOnPage.ReturnAsync(visit, "/lessons/cnn?culture=en");
        await notebook.RunThroughAsync("peek");
        await Assertions.Expect(notebook.Output("peek")).ToContainTextAsync("array");
        await visit.Page.Locator("[id='batch-count'] input").FillAsync("857");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("[id='batch-count'].is-answered")).ToBeVisibleAsync();
        await new PanelOnPage(visit.Page).StartAsync(epochs: 5, batchSize: 32);
        await Assertions.Expect(visit.Page.Locator(".tp-status[data-state=completed]")).ToBeVisibleAsync(new() { Timeout = 600_000 });
        await EachAsync(whole: true, async picture =>
        {
            await picture("figures", "letters-", visit.Page.Locator("[id='peek'] .output-image").First, 300);
            await picture("result", "", visit.Page.Locator(".training-panel"), 430);
            await picture("result", "own-run-", visit.Page.Locator(".own-run"), 400);
            await picture("predict", "end-", visit.Page.Locator(".predictions"), 760);
        });

        notebook = await NotebookOnPage.ReturnAsync(visit, "/lessons/cnn?culture=en");
        foreach (var (cell, field, value) in new[] { ("model", 0, "5"), ("model", 1, "75"), ("dataloader", 0, "64") })
        {
            await notebook.Field(cell, field).FillAsync(value);
            await visit.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(notebook.Cell(cell).Locator("code-place").Nth(field)).ToHaveAttributeAsync("data-kept", value);
        }

        await EachAsync(whole: true, picture => picture("own-net", "", visit.Page.Locator(".training-panel form"), 400));

        async Task EachAsync(bool whole, Func<Func<string, string, ILocator, int, Task>, Task> take)
        {
            foreach (var width in new[] { 1280, 390 })
            {
                foreach (var culture in new[] { "zh-CN", "en" })
                {
                    await visit.Page.SetViewportSizeAsync(width, 900);
                    // With a place in it a page has all its blocks, folded or not.
                    await visit.OpenAsync($"/lessons/cnn?culture={culture}#the-model", whole);
                    await take((folder, part, what, height) => PictureAsync(visit.Page, folder, $"{part}{moment}-{width}-{culture}", what, height));
                }
            }
        }
    }

    private static async Task PictureAsync(IPage page, string folder, string name, ILocator what, int height)
    {
        if (await what.CountAsync() == 0)
        {
            // An older site has no such thing.
            return;
        }

        await what.EvaluateAsync("element => scrollTo({ top: scrollY + element.getBoundingClientRect().top - 90, behavior: 'instant' })");
        await page.Mouse.MoveAsync(1, 1);
        await page.WaitForTimeoutAsync(1500);
        var box = (await what.BoundingBoxAsync())!;

        // What stands below a question is a part of its picture: it is what gives the answer away.
        var tall = folder == "predict" ? height : Math.Min(box.Height, height);
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Directory.CreateDirectory(Path.Combine(Images, folder)).FullName, $"{name}.png"),
            Clip = new() { X = Math.Max(0, box.X - 8), Y = Math.Max(0, box.Y - 8), Width = Math.Min(box.Width + 16, page.ViewportSize!.Width), Height = tall + 16 },
        });
    }
}
