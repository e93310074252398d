using System.Diagnostics;
using System.Globalization;
using AslTutorial.EndToEnd.Tests.Browser;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Benchmarks;

/// <summary>
/// Prints how long the site takes to its first page, a click to its first batch on screen, and Ctrl+C to the end of both processes. It judges nothing, so it runs
/// only when asked for: see docs/benchmarks.md.
/// </summary>
public sealed class StartBenchmark(ChromiumFixture chromium, ITestOutputHelper output)
{
    private const int Clicks = 7;

    // Until the chart has drawn a point of the new run; the old curve is gone as soon as the run is another one.
    private const string ClickAndWait = """
        async () => {
          const chart = document.querySelector('training-chart');
          chart.scrollIntoView(); // it draws when someone is near
          const before = chart.getAttribute('run-id');
          const start = performance.now();
          document.querySelector('button.tp-start').click();
          while (document.querySelector('training-chart').getAttribute('run-id') === before
            || !document.querySelector('training-chart .tc-loss .tc-dot[visibility=visible]')) {
            await new Promise(requestAnimationFrame);
          }
          return performance.now() - start;
        }
        """;

    [Fact(Explicit = true)]
    public async Task StartAndClick_OnThisMachine_PrintsMilliseconds()
    {
        using var folder = new TemporaryDirectory();
        for (var start = 1; start <= 3; start++)
        {
            await using var site = await MeasureStartAsync(folder.Path, start == 1 ? "first start, data drawn" : "start");
            if (start == 3)
            {
                await MeasureClicksAsync(site);
            }

            Print($"ended {(await site.InterruptAsync()).TotalMilliseconds:0} ms after Ctrl+C");
        }
    }

    private async Task<SiteProcess> MeasureStartAsync(string storage, string name)
    {
        var watch = Stopwatch.StartNew();
        var site = await SiteProcess.StartAsync(storage, data: null);
        var listening = watch.Elapsed;
        using var client = new HttpClient { BaseAddress = site.Address };
        await client.GetStringAsync(new Uri("/lessons/cnn", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = watch.Elapsed;
        await SiteHealth.WaitForTrainerAsync(site.Address);
        Print($"{name}: listening {listening.TotalMilliseconds:0} ms, first lesson page {page.TotalMilliseconds:0} ms, trainer ready {watch.Elapsed.TotalMilliseconds:0} ms");
        return site;
    }

    private async Task MeasureClicksAsync(SiteProcess site)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await visit.OpenAsync("/lessons/cnn?culture=en");
        var panel = new PanelOnPage(visit.Page);
        var times = new List<double>();
        for (var click = 0; click < Clicks; click++)
        {
            await Assertions.Expect(panel.StartButton).ToBeEnabledAsync();
            times.Add(await visit.Page.EvaluateAsync<double>(ClickAndWait));
            await panel.StopInFirstEpochAsync();
            await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", "cancelled");
        }

        Print($"click to first batch on screen: first {times[0]:0} ms, then {string.Join(", ", times.Skip(1).Select(t => $"{t:0}"))} ms, median of these {times.Skip(1).Order().ElementAt((Clicks - 1) / 2):0} ms");
    }

    private void Print(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
