using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using AslTutorial.EndToEnd.Tests.Processes;
using AslTutorial.EndToEnd.Tests.Site;
using AslTutorial.EndToEnd.Tests.Soak;
using AslTutorial.Tests.Shared;

namespace AslTutorial.EndToEnd.Tests.Benchmarks;

/// <summary>
/// Prints how long a class of a hundred waits beside a training while two look into a net, and what three hundred open lessons
/// take. It judges nothing, so it runs only when asked for: see docs/benchmarks.md.
/// </summary>
public sealed class ClassHourBenchmark(ITestOutputHelper output)
{
    private const int Learners = 100;
    private const int Lessons = 300;
    private const int AtOnce = 4;
    private const int Viewers = 2;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(33);

    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(
        double.TryParse(Environment.GetEnvironmentVariable("ASL_CLASS_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? minutes : 3);

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Class_BesideATrainingAndOpenLessons_PrintsMillisecondsAndMegabytes()
    {
        using var folder = new TemporaryDirectory();
        var data = TinyDataSet.NamedOrWrittenTo(Path.Combine(folder.Path, "data"));
        await using var site = await SiteProcess.StartAsync(
            Path.Combine(folder.Path, "storage"), data, "--AslTutorial:Exercises:ChecksPerMinute=10000", $"--AslTutorial:Admission:LearnersPerAddress={2 * (Learners + Lessons)}");
        var process = Unix.ParentOf(await SiteHealth.TrainerProcessAsync(site.Address));
        await SiteHealth.WaitForTrainerAsync(site.Address);
        using var runs = new RunsOverHttp(site.Address);
        var seen = await runs.StartAsync(epochs: 2);
        while (RunsOverHttp.StateOf(await runs.GetAsync(seen)) != "completed")
        {
            await Task.Delay(Step, Cancel);
        }

        Tell("no lesson open", process);
        var open = new ConcurrentBag<OpenPage>();
        await Parallel.ForAsync(0, Lessons, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel }, async (_, cancel) =>
            open.Add(await OpenPage.OpenAsync(new Uri(site.Address, "/lessons/cnn"), cancel)));
        Tell($"{open.Count} lessons open", process);

        await runs.StartAsync(epochs: 200);
        using var stop = new CancellationTokenSource(Duration);
        await Task.WhenAll(
        [
            .. Enumerable.Range(0, Learners).Select(number => LearnAsync(site.Address, number, stop.Token)),
            .. Enumerable.Range(0, Viewers).Select(number => LookAsync(site.Address, seen, number, stop.Token)),
        ]);

        foreach (var (kind, times) in _times.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"| {kind} | {times.Count} | {At(times, 0.5)} | {At(times, 0.95)} | {At(times, 1)} |");
        }

        Tell($"{open.Count(lesson => lesson.IsOpen)} lessons open, after the class", process);
        foreach (var lesson in open)
        {
            await lesson.DisposeAsync();
        }
    }

    private async Task LearnAsync(Uri site, int number, CancellationToken stop)
    {
        var random = new Random(number);
        using var http = new HttpClient { BaseAddress = site };
        try
        {
            await Task.Delay(Between * random.NextDouble(), stop);
            for (var call = 0; ; call++)
            {
                var next = Task.Delay(Between, stop);
                var (kind, asked) = random.Next(3) switch
                {
                    0 => ("page", http.GetAsync(new Uri("/lessons/cnn", UriKind.Relative), CancellationToken.None)),
                    1 => ("cell", http.PostAsync(new Uri("/api/lessons/cnn/cells/setup/run", UriKind.Relative), null, CancellationToken.None)),
                    _ => ("check", http.PostAsJsonAsync("/api/lessons/cnn/exercises/dataset/check?lang=en", Answer(29 + call), CancellationToken.None)),
                };
                await TimeAsync(kind, asked);
                await next;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The hour is over.
        }
    }

    /// <summary>Drags the slider of epochs without a rest.</summary>
    private async Task LookAsync(Uri site, Guid run, int viewer, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = site };
        for (var step = 0; !stop.IsCancellationRequested; step++)
        {
            var next = Task.Delay(Step, CancellationToken.None);
            await TimeAsync("look", http.GetAsync(new Uri($"/api/runs/{run}/look/whole?epoch={step % 2}&image={step % 50}&viewer=class-{viewer}", UriKind.Relative), CancellationToken.None));
            await next;
        }
    }

    private static object Answer(int height) =>
        new { gaps = new Dictionary<string, string> { ["label"] = "'label'", ["channels"] = "IMG_CHS", ["width"] = "28", ["height"] = height.ToString(CultureInfo.InvariantCulture) } };

    private async Task TimeAsync(string kind, Task<HttpResponseMessage> asked)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await asked;
        await answer.Content.LoadIntoBufferAsync(CancellationToken.None);
        var name = answer.StatusCode is HttpStatusCode.OK ? kind : $"{kind}, {(int)answer.StatusCode}";
        _times.GetOrAdd(name, _ => []).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private void Tell(string when, int process) => output.WriteLine($"{when}: {ProcessUse.Of(process, TimeSpan.Zero)?.Megabytes:0} MB");

    private static string At(IEnumerable<double> times, double share) =>
        times.Order().ElementAt(Math.Min(times.Count() - 1, (int)(times.Count() * share))).ToString("0", CultureInfo.InvariantCulture);
}
