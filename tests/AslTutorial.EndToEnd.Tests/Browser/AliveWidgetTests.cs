using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The lesson's layers on a photograph, and in a net that has just been trained.</summary>
[Collection(TrainingCollection.Name)]
public sealed class AliveWidgetTests(ChromiumFixture chromium, RunningSite site)
{
    [Fact]
    public async Task Widgets_BeforeTheReaderIsNear_LoadNothing()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var asked = new List<string>();
        visit.Page.Request += (_, request) => asked.Add(request.Url);

        await visit.OpenAsync("/lessons/cnn?culture=en");

        await Assertions.Expect(Widget(visit.Page, "conv2d")).ToHaveCountAsync(1);
        asked.ShouldNotContain(address => address.Contains("/alive-view", StringComparison.Ordinal) || address.Contains("/api/data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Photograph_PickedInOneWidget_IsThatOfAll_AndStaysAfterAReload()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390);
        await visit.OpenAsync("/lessons/cnn?culture=zh-CN");
        var conv = await ComeNearAsync(visit.Page, "conv2d");
        await Assertions.Expect(conv).ToHaveAttributeAsync("data-letter", "v");
        var hand = await MapAsync(conv);

        await conv.Locator("select").First.SelectOptionAsync("c");
        await Assertions.Expect(conv).ToHaveAttributeAsync("data-letter", "c");
        var image = await conv.GetAttributeAsync("data-image");
        (await MapAsync(conv)).ShouldNotBe(hand);

        var pool = await ComeNearAsync(visit.Page, "maxpool");
        await Assertions.Expect(pool).ToHaveAttributeAsync("data-image", image!);
        await pool.GetByRole(AriaRole.Button, new() { Name = "下一张图像" }).ClickAsync();
        await Assertions.Expect(pool).Not.ToHaveAttributeAsync("data-image", image!);
        var next = await pool.GetAttributeAsync("data-image");
        await Assertions.Expect(conv).ToHaveAttributeAsync("data-image", next!);
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBe(0);

        await visit.OpenAsync("/lessons/cnn?culture=zh-CN");
        await Assertions.Expect(await ComeNearAsync(visit.Page, "conv2d")).ToHaveAttributeAsync("data-image", next!);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task OwnNet_OnceTrained_ShowsItsKernelsItsFeaturesAndItsDropout()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/lessons/cnn?culture=en");
        var page = visit.Page;
        var conv = await ComeNearAsync(page, "conv2d");
        await Assertions.Expect(conv.Locator(".al-own-part")).ToBeHiddenAsync();
        var panel = new PanelOnPage(page);
        await panel.StartAsync(epochs: 2, batchSize: 32);
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "completed", new() { Timeout = 120_000 });

        // The widget finds the new net by itself.
        await conv.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(conv).ToHaveAttributeAsync("data-epoch", "1", new() { Timeout = 20_000 });
        var hand = await MapAsync(conv);
        await conv.Locator(".al-own-part .in-grid").ClickAsync(new() { Position = new() { X = 50, Y = 16 } });
        await CompleteAsync(conv);
        var learned = await MapAsync(conv);
        learned.ShouldNotBe(hand);
        await Assertions.Expect(conv.Locator(".al-lines")).ToContainTextAsync("(bias)");

        // Untrained, the same place holds another kernel.
        await conv.Locator(".al-epoch").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(conv).ToHaveAttributeAsync("data-epoch", "-1");
        await CompleteAsync(conv);
        (await MapAsync(conv)).ShouldNotBe(learned);
        await page.Keyboard.PressAsync("End");

        await conv.GetByRole(AriaRole.Radio, new() { Name = "Block 2" }).CheckAsync();
        await CompleteAsync(conv);
        await Assertions.Expect(conv.Locator(".in-source")).ToHaveCountAsync(6);
        await Assertions.Expect(conv.Locator(".al-lines")).ToContainTextAsync("(the other 19)");

        var linear = await ComeNearAsync(page, "linear");
        await Assertions.Expect(linear.Locator("tbody tr")).ToHaveCountAsync(8);
        await linear.Locator(".al-link").First.ClickAsync();
        await Assertions.Expect(linear.Locator(".al-map")).ToHaveCountAsync(5);

        var dropout = await ComeNearAsync(page, "dropout");
        await Assertions.Expect(dropout.Locator(".al-pass")).ToHaveCountAsync(32);
        var first = await dropout.Locator("canvas").EvaluateAsync<string>("canvas => canvas.toDataURL()");
        await dropout.Locator("input.al-epoch").Last.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(dropout.Locator(".al-epoch-name").Last).ToHaveTextAsync("2 of 32");
        (await dropout.Locator("canvas").EvaluateAsync<string>("canvas => canvas.toDataURL()")).ShouldNotBe(first);

        var norm = await ComeNearAsync(page, "batchnorm");
        await Assertions.Expect(norm.Locator("tbody tr")).ToHaveCountAsync(3);
        var flatten = await ComeNearAsync(page, "flatten");
        await Assertions.Expect(flatten.Locator(".in-read")).ToContainTextAsync("place 0");
        visit.Errors.ShouldBeEmpty();
    }

    private static ILocator Widget(IPage page, string kind) => page.Locator($"alive-widget[kind={kind}]");

    private static async Task<ILocator> ComeNearAsync(IPage page, string kind)
    {
        var widget = Widget(page, kind);
        await widget.ScrollIntoViewIfNeededAsync();
        await CompleteAsync(widget);
        return widget;
    }

    private static Task CompleteAsync(ILocator widget) => Assertions.Expect(widget).ToHaveAttributeAsync("data-complete", "true", new() { Timeout = 20_000 });

    /// <summary>What is drawn of the map that the layer makes.</summary>
    private static async Task<string> MapAsync(ILocator widget)
    {
        await widget.Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return await widget.Locator(".al-work [role=application] canvas").First.EvaluateAsync<string>("canvas => canvas.toDataURL()");
    }
}
