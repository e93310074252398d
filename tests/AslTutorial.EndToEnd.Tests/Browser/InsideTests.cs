using System.Text.RegularExpressions;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Looking inside a net that has just been trained, as a reader does it.</summary>
[Collection(TrainingCollection.Name)]
public sealed partial class InsideTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task Inside_ATrainedNet_ScrubbedOpenedAndFoundAgainByItsAddress()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var run = await TrainAsync(visit, epochs: 2);
        await visit.OpenAsync($"/runs/{run}/inside?culture=en");
        var page = visit.Page;
        var net = new InsideOnPage(page);
        await net.ExpectAsync(epoch: 1, image: 0);

        // From the last epoch to the untrained net, by keys: the same image, other maps, other answers.
        var trained = await net.PixelsAsync(block: 1);
        await net.Slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await net.ExpectAsync(epoch: -1, image: 0);
        await Assertions.Expect(net.Slider).ToHaveAttributeAsync("aria-valuetext", "untrained");
        (await net.PixelsAsync(block: 1)).ShouldNotBe(trained);
        await page.Keyboard.PressAsync("ArrowRight");
        await net.ExpectAsync(epoch: 0, image: 0);

        // A map, its arithmetic, and that of the pixel next to it.
        await net.Grid(1).ClickAsync(new() { Position = new() { X = 90, Y = 90 } });
        var map = page.Locator(".in-panel:visible");
        await Assertions.Expect(map.Locator("h3")).ToHaveTextAsync("Block 1, map 7");
        await Assertions.Expect(map.Locator(".in-result")).ToHaveCountAsync(5);
        await map.Locator(".in-pixels[role=application]").ClickAsync(new() { Position = new() { X = 105, Y = 55 } });
        await Assertions.Expect(map.Locator(".in-value")).ToHaveTextAsync(At(6, 11));
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(map.Locator(".in-value")).ToHaveTextAsync(At(6, 12));

        // A letter, another image, and all of it again from the address.
        await page.Locator(".in-bar").Nth(3).ClickAsync();
        await Assertions.Expect(page.GetByText("Why D?")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next image" }).ClickAsync();
        await net.ExpectAsync(epoch: 0, image: 1);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"image=1&epoch=0&layer=1&channel=6&at=5\.11&letter=d$"));
        var (pixels, sum, why) = (await net.PixelsAsync(block: 2), await map.Locator(".in-sum").TextContentAsync(), await page.Locator(".in-panel:visible .in-value").Last.InnerTextAsync());
        await page.ReloadAsync();
        await net.ExpectAsync(epoch: 0, image: 1);
        await Assertions.Expect(map.Locator(".in-sum")).ToHaveTextAsync(sum!);
        (await net.PixelsAsync(block: 2)).ShouldBe(pixels);
        (await page.Locator(".in-panel:visible .in-value").Last.InnerTextAsync()).ShouldBe(why);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Inside_OnAPhone_FitsAndIsOpenedByAFinger()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        var run = await TrainAsync(visit, epochs: 1);
        await visit.OpenAsync($"/runs/{run}/inside?culture=zh-CN&epoch=0&against=-1");
        var page = visit.Page;
        await new InsideOnPage(page).ExpectAsync(epoch: 0, image: 0);
        await Assertions.Expect(page.Locator(".in-net:visible")).ToHaveCountAsync(2);
        await page.Locator(".in-net:visible .in-grid").Nth(2).ClickAsync(new() { Position = new() { X = 10, Y = 10 } });
        await Assertions.Expect(page.Locator(".in-panel:visible h3")).ToHaveTextAsync("第三块，特征图 1");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBe(0);
        await page.Keyboard.PressAsync("Escape");
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lesson_OwnNet_LoadedWhenItIsOpened()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await TrainAsync(visit, epochs: 1);
        var asked = new List<string>();
        visit.Page.Request += (_, request) => asked.Add(request.Url);
        await visit.OpenAsync("/lessons/cnn?culture=en");
        var slot = visit.Page.Locator(".in-slot");
        await Assertions.Expect(slot.GetByRole(AriaRole.Button)).ToBeEnabledAsync();
        asked.ShouldNotContain(address => address.Contains("/js/inside/", StringComparison.Ordinal) || address.Contains("/look/", StringComparison.Ordinal));

        await slot.GetByRole(AriaRole.Button, new() { Name = "Look inside" }).ClickAsync();
        await new InsideOnPage(visit.Page).ExpectAsync(epoch: 0, image: 0);
        new Uri(visit.Page.Url).Query.ShouldBe("?culture=en");
        visit.Errors.ShouldBeEmpty();
    }

    /// <summary>A short run of the visitor's own, as a script starts it.</summary>
    private static async Task<string> TrainAsync(Visit visit, int epochs)
    {
        var api = visit.Page.Context.APIRequest;
        var started = await api.PostAsync("/api/runs", new() { DataObject = new { epochs, trainLimit = 320 } });
        started.Status.ShouldBe(201);
        var run = (await started.JsonAsync()).ShouldNotBeNull().GetProperty("id").GetString().ShouldNotBeNull();
        await visit.Page.GotoAsync($"/runs/{run}?culture=en");
        await Assertions.Expect(new PanelOnPage(visit.Page).Status).ToHaveAttributeAsync("data-state", "completed", new() { Timeout = 240_000 });
        return run;
    }

    private static Regex At(int row, int column) => new($@"^row {row}, column {column}: −?\d\.\d\d\d$");
}
