using System.Diagnostics;
using System.Globalization;
using AslTutorial.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>A reader with a lesson open in a real browser, who types on whatever becomes of the node.</summary>
internal sealed class PageLearner : IAsyncDisposable
{
    private const string Lesson = "/lessons/cnn";
    private const int HeightField = 3;
    private const float Moment = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Visit _visit;
    private readonly NotebookOnPage _notebook;
    private string _output = "";

    private PageLearner(Visit visit, NotebookOnPage notebook) => (_visit, _notebook) = (visit, notebook);

    public static async Task<PageLearner> StartAsync(IBrowser browser, Uri site)
    {
        var visit = await Visit.BeginAsync(browser, site);
        var learner = new PageLearner(visit, await NotebookOnPage.OpenAsync(visit, Lesson));
        await learner._notebook.Field("dataset").FillAsync("'label'");
        await learner._notebook.RunAsync("setup");
        await Assertions.Expect(learner._notebook.Number("setup")).Not.ToBeEmptyAsync();
        await Assertions.Expect(learner._notebook.Output("setup")).ToBeVisibleAsync();
        learner._output = await learner._notebook.Output("setup").InnerTextAsync();
        return learner;
    }

    /// <summary>Types once, as soon as the page lets it, and waits until the site has kept it; how long that took since a moment.</summary>
    public async Task<TimeSpan> TypeAsync(int number, long since)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var isTyped = false;
        while (true)
        {
            try
            {
                if (!isTyped)
                {
                    await _visit.Page.Mouse.MoveAsync(1 + (number % 100), 1);
                    await _notebook.Field("dataset", HeightField).FillAsync(text, new() { Timeout = Moment });
                    await _notebook.Field("dataset", HeightField).BlurAsync(new() { Timeout = Moment });
                    isTyped = true;
                }

                if (await KeptAsync("height") == text)
                {
                    return Stopwatch.GetElapsedTime(since);
                }
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // The page is just being loaded anew, or the node is gone.
            }

            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(Patience, $"what was typed ({text}, {(isTyped ? "taken by the page" : "not taken by the page")}) is kept");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What was typed and what came of a cell before everything.</summary>
    public async Task ShouldHaveEverythingAsync()
    {
        await Assertions.Expect(_notebook.Field("dataset")).ToHaveValueAsync("'label'");
        await Assertions.Expect(_notebook.Output("setup")).ToHaveTextAsync(_output);
    }

    public ValueTask DisposeAsync() => _visit.DisposeAsync();

    private Task<string?> KeptAsync(string name) => _visit.Page.EvaluateAsync<string?>(
        """
        async name => {
          const answer = await fetch("/api/lessons/cnn/work?lang=en");
          return (await answer.json()).values.find(value => value.cell === "dataset" && value.name === name)?.text ?? null;
        }
        """,
        name);
}
