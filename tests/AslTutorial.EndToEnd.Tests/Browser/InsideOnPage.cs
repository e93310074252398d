using System.Globalization;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The view into a net as a visitor handles it.</summary>
internal sealed class InsideOnPage(IPage page)
{
    private readonly ILocator _net = page.Locator("inside-net");

    public ILocator Slider => _net.Locator(".in-slider");

    public ILocator Grid(int block) => _net.Locator(".in-net").First.Locator(".in-grid").Nth(block - 1);

    /// <summary>Waits until everything that is wanted is there, and is of this epoch and image.</summary>
    public async Task ExpectAsync(int epoch, int image)
    {
        await Assertions.Expect(_net).ToHaveAttributeAsync("data-epoch", epoch.ToString(CultureInfo.InvariantCulture));
        await Assertions.Expect(_net).ToHaveAttributeAsync("data-image", image.ToString(CultureInfo.InvariantCulture));
        await Assertions.Expect(_net).ToHaveAttributeAsync("data-complete", "true");
    }

    /// <summary>What is drawn of a block.</summary>
    public async Task<string> PixelsAsync(int block)
    {
        // What is pointed at or has the focus is outlined: that is no part of the maps.
        await page.Mouse.MoveAsync(1, 1);
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return await Grid(block).Locator("canvas").EvaluateAsync<string>("canvas => canvas.toDataURL()");
    }
}
