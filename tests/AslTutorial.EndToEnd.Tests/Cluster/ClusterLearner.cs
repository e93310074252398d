using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.EndToEnd.Tests.Processes;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>
/// Types, checks, runs cells and trains over HTTP, without a long pause; asks again until there is an answer, and knows what has to be
/// there in the end.
/// </summary>
internal sealed class ClusterLearner : IAsyncDisposable
{
    public const int Epochs = 6;

    private const int FirstHeight = 29;
    private const int SharedSeed = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestThought = TimeSpan.FromSeconds(2.5);

    private readonly NginxProxy _proxy;
    private readonly int _number;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly List<(long Begun, long Ended, string What)> _answered = [];
    private readonly Lock _lock = new();
    private int _checks;
    private int _cells;
    private int _perhaps;
    private WatchedRun? _watched;

    public ClusterLearner(NginxProxy proxy, int number)
    {
        (_proxy, _number) = (proxy, number);
        _http = new HttpClient(proxy.Handler(_cookies)) { BaseAddress = proxy.Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>What no learner should see.</summary>
    public List<string> Faults { get; } = [];

    public Guid Run { get; private set; }

    /// <summary>Whether others ordered the same.</summary>
    public bool IsShared => _number % 2 == 0;

    private int Seed => IsShared ? SharedSeed : 100 + _number;

    /// <summary>
    /// How long the learner has waited, from a moment on, for the first answer after it, however often they had to ask, and for what; null
    /// where there is none yet.
    /// </summary>
    public (TimeSpan Waited, string What)? BackAfter(long moment)
    {
        lock (_lock)
        {
            return _answered.Where(one => one.Ended >= moment).OrderBy(one => one.Ended)
                .Select(one => ((TimeSpan, string)?)(Stopwatch.GetElapsedTime(Math.Max(moment, one.Begun), one.Ended), one.What)).FirstOrDefault();
        }
    }

    public async Task StartAsync(CancellationToken cancel)
    {
        await AskAsync("lesson", token => _http.GetAsync(new Uri("/api/lessons/cnn", UriKind.Relative), token), cancel);
        Run = (await StartRunAsync(cancel)).GetProperty("id").GetGuid();
        _watched = await WatchedRun.StartAsync(_proxy, _cookies, Run);
    }

    public async Task WorkAsync(CancellationToken stop)
    {
        const int Kinds = 5;
        var random = new Random(_number);
        while (!stop.IsCancellationRequested)
        {
            // What has been begun is ended: it is what counts.
            await (random.Next(Kinds) switch
            {
                0 => RunCellAsync(),
                1 or 2 => CheckAsync(),
                _ => ReadAsync(),
            });
            await Task.Delay(random.NextDouble() * LongestThought, CancellationToken.None);
        }
    }

    /// <summary>Nothing that was answered is lost, and nothing is there twice.</summary>
    public async Task ShouldHaveEverythingAsync(CancellationToken cancel)
    {
        var work = await WorkReplyAsync(cancel);
        var exercise = work.GetProperty("exercises").EnumerateArray().Single(one => one.GetProperty("exercise").GetString() == "dataset");
        exercise.GetProperty("attempts").GetInt32().ShouldBe(_checks, $"attempts of learner {_number}");
        var cell = work.GetProperty("cells").EnumerateArray().SingleOrDefault(one => one.GetProperty("cell").GetString() == "setup");
        if (_cells > 0)
        {
            cell.GetProperty("outputs").GetArrayLength().ShouldBeGreaterThan(0);
            cell.GetProperty("count").GetInt32().ShouldBeInRange(_cells, _cells + _perhaps, $"runs of a cell of learner {_number}");
        }

        work.GetProperty("runs").GetArrayLength().ShouldBe(1, $"runs of learner {_number}");
        _watched!.Epochs.ShouldBe(Epochs, $"epochs that learner {_number} has seen");
        _watched.Faults.ShouldBeEmpty();
        Faults.ShouldBeEmpty();
    }

    public async Task<JsonElement> RunAsync(CancellationToken cancel) => await AskAsync("run", token => _http.GetAsync(new Uri($"/api/runs/{Run}", UriKind.Relative), token), cancel);

    public async ValueTask DisposeAsync()
    {
        if (_watched is not null)
        {
            await _watched.DisposeAsync();
        }

        _http.Dispose();
    }

    /// <summary>An order whose answer was lost may have been taken: the learner looks before ordering again.</summary>
    private async Task<JsonElement> StartRunAsync(CancellationToken cancel)
    {
        while (true)
        {
            using var answer = await TryAsync(token => _http.PostAsJsonAsync("/api/runs", new { epochs = Epochs, seed = Seed }, token), cancel);
            if (answer?.IsSuccessStatusCode == true)
            {
                return await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
            }

            var runs = await AskAsync("runs", token => _http.GetAsync(new Uri("/api/runs", UriKind.Relative), token), cancel);
            if (runs.GetArrayLength() > 0)
            {
                return runs[0];
            }
        }
    }

    private async Task RunCellAsync()
    {
        await AskAsync("cell", token => _http.PostAsync(new Uri("/api/lessons/cnn/cells/setup/run", UriKind.Relative), null, token), CancellationToken.None);
        _cells++;
    }

    /// <summary>Another answer each time; the same one, asked again because the answer was lost, is the same attempt.</summary>
    private async Task CheckAsync()
    {
        var gaps = new Dictionary<string, string> { ["label"] = "'label'", ["channels"] = "IMG_CHS", ["width"] = "28", ["height"] = Height(_checks) };
        await AskAsync("check", token => _http.PostAsJsonAsync("/api/lessons/cnn/exercises/dataset/check?lang=en", new { gaps }, token), CancellationToken.None);
        _checks++;
    }

    private async Task ReadAsync()
    {
        var work = await WorkReplyAsync(CancellationToken.None);
        if (_checks > 0)
        {
            var typed = work.GetProperty("values").EnumerateArray()
                .Where(value => value.GetProperty("cell").GetString() == "dataset" && value.GetProperty("name").GetString() == "height")
                .Select(value => value.GetProperty("text").GetString())
                .SingleOrDefault();
            if (typed != Height(_checks - 1))
            {
                Faults.Add($"learner {_number} typed {Height(_checks - 1)} and reads {typed}");
            }
        }
    }

    private Task<JsonElement> WorkReplyAsync(CancellationToken cancel) =>
        AskAsync("work", token => _http.GetAsync(new Uri("/api/lessons/cnn/work?lang=en", UriKind.Relative), token), cancel);

    private static string Height(int check) => (FirstHeight + check).ToString(CultureInfo.InvariantCulture);

    /// <summary>Asks until it is answered.</summary>
    private async Task<JsonElement> AskAsync(string what, Func<CancellationToken, Task<HttpResponseMessage>> ask, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            using var answer = await TryAsync(ask, cancel);
            if (answer?.IsSuccessStatusCode == true)
            {
                lock (_lock)
                {
                    _answered.Add((begun, Stopwatch.GetTimestamp(), what));
                }

                return await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
            }

            if (answer?.StatusCode is { } status and not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout))
            {
                Faults.Add($"learner {_number}: {what} was answered {(int)status} {await answer!.Content.ReadAsStringAsync(cancel)}");
            }

            await Task.Delay(Pause, cancel);
        }
    }

    /// <summary>Null where there was no answer: then nobody knows whether it was done.</summary>
    private async Task<HttpResponseMessage?> TryAsync(Func<CancellationToken, Task<HttpResponseMessage>> ask, CancellationToken cancel)
    {
        try
        {
            var answer = await ask(cancel);
            _perhaps += answer.IsSuccessStatusCode ? 0 : 1;
            return answer;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            _perhaps++;
            return null;
        }
    }
}
