using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The training panel as a visitor handles it.</summary>
internal sealed class PanelOnPage(IPage page)
{
    private const string CurveLength =
        "[...document.querySelectorAll('training-chart .tc-loss .tc-live, training-chart .tc-loss .tc-fine')]"
        + ".reduce((sum, path) => sum + (path.getAttribute('d') ?? '').length, 0)";

    private readonly ILocator _panel = page.Locator(".training-panel");

    public ILocator Status => _panel.Locator(".tp-status");

    public ILocator StartButton => _panel.Locator("button.tp-start");

    public ILocator LogLines => _panel.Locator(".tp-log-lines code");

    public ILocator TrainMarkers => _panel.Locator("training-chart .tc-loss path.tc-marker.tc-train");

    public async Task StartAsync(int epochs, int batchSize)
    {
        var settings = _panel.Locator("button.tp-disclosure");
        await Assertions.Expect(StartButton).ToBeEnabledAsync();
        if (await settings.GetAttributeAsync("aria-expanded") == "false")
        {
            await settings.ClickAsync();
        }

        var fields = _panel.Locator(".tp-fields input");
        await FillAsync(fields.Nth(0), epochs);
        await FillAsync(fields.Nth(1), batchSize);
        await StartButton.ClickAsync();
    }

    /// <summary>Before the first epoch nothing is lost by stopping, so the panel asks nothing.</summary>
    public Task StopInFirstEpochAsync() => _panel.Locator("button.tp-cancel").ClickAsync();

    public async Task StopAsync()
    {
        await _panel.Locator("button.tp-cancel").ClickAsync();
        await _panel.Locator("button.tp-cancel-yes").ClickAsync();
    }

    /// <summary>How much has been drawn of the fine curve, once it is at least so much.</summary>
    public async Task<int> CurveLengthAsync(int atLeast)
    {
        await _panel.Locator("training-chart").ScrollIntoViewIfNeededAsync(); // it draws when someone is near
        await page.WaitForFunctionAsync($"() => {CurveLength} >= {atLeast}");
        return await page.EvaluateAsync<int>(CurveLength);
    }

    private static async Task FillAsync(ILocator field, int value)
    {
        await field.FillAsync(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await field.BlurAsync();
    }
}
