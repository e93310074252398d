using System.Globalization;
using AslTutorial.EndToEnd.Tests.Browser;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Benchmarks;

/// <summary>Prints how long it takes from Enter to the verdict. It judges nothing, so it runs only when asked for: see docs/benchmarks.md.</summary>
public sealed class VerdictBenchmark(ChromiumFixture chromium, ITestOutputHelper output)
{
    private const int Rounds = 20;

    /// <summary>Where the browser notes when Enter was pressed and when the result was drawn that is waited for.</summary>
    private const string Clock =
        """
        () => {
          window.verdict = { until: "", pressed: 0, seen: null };
          document.addEventListener("keydown", event => { if (event.key === "Enter") verdict.pressed = performance.now(); }, true);
          new MutationObserver(() => {
            const result = document.querySelector("#dataset .exercise-result:not(.is-earlier)");
            if (verdict.pressed && verdict.seen === null && result?.innerText.includes(verdict.until)) verdict.seen = performance.now();
          }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        }
        """;

    [Fact(Explicit = true)]
    public async Task EnterToVerdict_OnThisMachine_PrintsMilliseconds()
    {
        using var folder = new TemporaryDirectory();
        var data = TinyDataSet.NamedOrWrittenTo(Path.Combine(folder.Path, "data"));
        await using var site = await SiteProcess.StartAsync(
            Path.Combine(folder.Path, "storage"), data, "--AslTutorial:Exercises:ChecksPerMinute=10000");
        await SiteHealth.WaitForTrainerAsync(site.Address);
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=en");
        await visit.Page.EvaluateAsync(Clock);

        // A gap left empty, then one that cannot be read: nothing is executed.
        await FillAsync(notebook, "", "IMG_CHS", "28", "28");
        output.WriteLine(await MeasureAsync("without execution", visit.Page, notebook, (0, "", "still empty"), (0, "'label", "cannot be read")));
        output.WriteLine(await MeasureAsync(
            "with execution, dataset", visit.Page, notebook, (0, "'labels'", "KeyError: 'labels'"), (0, "'Label'", "KeyError: 'Label'")));
        await FillAsync(notebook, "'label'", "IMG_CHS", "28", "28");
        output.WriteLine(await MeasureAsync(
            "with execution, a batch through the net", visit.Page, notebook, (3, "28", "first batch"), (3, "3", "cannot reshape")));
    }

    private static async Task FillAsync(NotebookOnPage notebook, params string[] answers)
    {
        for (var i = 0; i < answers.Length; i++)
        {
            await notebook.Field("dataset", i).FillAsync(answers[i]);
            await notebook.Field("dataset", i).BlurAsync();
        }
    }

    private static async Task<string> MeasureAsync(string what, IPage page, NotebookOnPage notebook, params (int Gap, string Answer, string Until)[] turns)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (gap, answer, until) in turns)
            {
                await notebook.Field("dataset", gap).FillAsync(answer);
                await page.EvaluateAsync("until => Object.assign(verdict, { until, pressed: 0, seen: null })", until);
                await notebook.Field("dataset", gap).PressAsync("Enter");
                await page.WaitForFunctionAsync("() => verdict.seen !== null");
                times.Add(await page.EvaluateAsync<double>("() => verdict.seen - verdict.pressed"));
            }
        }

        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {times.Count} checks, median {times[times.Count / 2]:0} ms, 90th percentile {times[times.Count * 9 / 10]:0}, slowest {times[^1]:0}");
    }
}
