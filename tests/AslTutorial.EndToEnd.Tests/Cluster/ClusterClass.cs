using System.Text.Json;
using AslTutorial.EndToEnd.Tests.Processes;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>Learners at work over HTTP and the hub, and readers in real browsers, all through the proxy.</summary>
internal sealed class ClusterClass : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _stop = new();
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<ClusterLearner> _learners = [];
    private readonly List<PageLearner> _pages = [];
    private Task _work = Task.CompletedTask;

    private ClusterClass(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ClusterClass> StartAsync(ClusterSite site, int learners, int pages)
    {
        var playwright = await Playwright.CreateAsync();
        var people = new ClusterClass(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--ignore-certificate-errors", "--host-resolver-rules=MAP *.example.org 127.0.0.1"],
        }));
        try
        {
            for (var page = 0; page < pages; page++)
            {
                people._pages.Add(await PageLearner.StartAsync(people._browser, site.Proxy.Address));
            }

            for (var number = 0; number < learners; number++)
            {
                people._learners.Add(new ClusterLearner(site.Proxy, number));
                // One after the other: so it is known in which order they came.
                await people._learners[^1].StartAsync(Cancel);
            }
        }
        catch
        {
            await people.DisposeAsync();
            throw;
        }

        people._work = Task.WhenAll(people._learners.Select(learner => learner.WorkAsync(people._stop.Token)));
        return people;
    }

    /// <summary>How long it took each to be served again: a call that was begun after the moment, and a text that was typed after it.</summary>
    public async Task<BackTimes> BackAsync(int number, long moment)
    {
        const int NobodyElsesNumbers = 1_000;
        var pages = _pages.Select(page => page.TypeAsync(NobodyElsesNumbers + number, moment)).ToList();
        var times = new List<(TimeSpan Waited, string What)>();
        foreach (var learner in _learners)
        {
            (TimeSpan, string)? back;
            while ((back = learner.BackAfter(moment)) is null)
            {
                System.Diagnostics.Stopwatch.GetElapsedTime(moment).ShouldBeLessThan(Patience, "a learner is served again");
                await Task.Delay(Interval, Cancel);
            }

            times.Add(back.Value);
        }

        return new([.. times.Order()], [.. (await Task.WhenAll(pages)).Order()]);
    }

    public async Task ShouldHaveEverythingAsync(TimeSpan runsEnd)
    {
        await _stop.CancelAsync();
        await _work;
        var runs = await RunsAsync(runsEnd);
        foreach (var run in runs)
        {
            RunsOverHttp.EpochsOf(run).ShouldBe(Enumerable.Range(0, ClusterLearner.Epochs));
        }

        // The same order is executed once: whoever follows it has its very numbers.
        _learners.Zip(runs).Where(one => one.First.IsShared).Select(one => string.Join(' ', RunsOverHttp.LossesOf(one.Second))).Distinct().ShouldHaveSingleItem();
        var started = _learners.Zip(runs).Where(one => !one.First.IsShared).Select(one => one.Second.GetProperty("startedAt").GetDateTimeOffset()).ToList();
        started.ShouldBe(started.Order().ToList(), $"the queue's order:\n{string.Join('\n', runs.Select(run => run.GetRawText()[..300]))}");
        foreach (var learner in _learners)
        {
            await learner.ShouldHaveEverythingAsync(Cancel);
        }

        foreach (var page in _pages)
        {
            await page.ShouldHaveEverythingAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var learner in _learners)
        {
            await learner.DisposeAsync();
        }

        foreach (var page in _pages)
        {
            await page.DisposeAsync();
        }

        await _browser.DisposeAsync();
        _playwright.Dispose();
        _stop.Dispose();
    }

    private async Task<List<JsonElement>> RunsAsync(TimeSpan patience)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(patience);
        var runs = new List<JsonElement>();
        foreach (var learner in _learners)
        {
            JsonElement run;
            while (RunsOverHttp.StateOf(run = await learner.RunAsync(limit.Token)) is "queued" or "running")
            {
                await Task.Delay(Interval, limit.Token);
            }

            RunsOverHttp.StateOf(run).ShouldBe("completed");
            runs.Add(run);
        }

        return runs;
    }
}

/// <summary>How long it took until each was served again, the shortest first.</summary>
/// <param name="Learners">Who asks over HTTP.</param>
/// <param name="Pages">Who types in a browser; all of them, the nodes and the trainers share the machine's processors.</param>
internal sealed record BackTimes(IReadOnlyList<(TimeSpan Waited, string What)> Learners, IReadOnlyList<TimeSpan> Pages)
{
    public override string ToString() => $"learners {string.Join(' ', Learners.Select(one => $"{Text(one.Waited)} {one.What}"))}, pages {string.Join(' ', Pages.Select(Text))}; seconds";

    private static string Text(TimeSpan time) => time.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
