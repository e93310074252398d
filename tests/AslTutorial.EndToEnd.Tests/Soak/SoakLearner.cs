using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace AslTutorial.EndToEnd.Tests.Soak;

/// <summary>Reads, runs cells, checks answers and watches a run, over HTTP and the hub, and knows what has to be kept of it.</summary>
internal sealed class SoakLearner : IAsyncDisposable
{
    private const string Exercise = "/api/lessons/cnn/exercises/dataset/check?lang=en";

    private static readonly TimeSpan LongestThought = TimeSpan.FromSeconds(12);

    private readonly Uri _site;
    private readonly int _number;
    private readonly HttpClient _http;
    private readonly HubConnection _hub;
    private int _kept;

    public SoakLearner(Uri site, int number)
    {
        (_site, _number) = (site, number);
        _http = new HttpClient { BaseAddress = site };
        _hub = new HubConnectionBuilder().WithUrl(new Uri(site, "/hubs/training")).WithAutomaticReconnect().Build();
    }

    /// <summary>Answers of the site that are neither a success nor a wish to wait.</summary>
    public List<string> Failures { get; } = [];

    public int Checks { get; private set; }

    public int Asked { get; private set; }

    public async Task WorkAsync(Func<Guid> run, CancellationToken stop)
    {
        var random = new Random(_number);
        try
        {
            await _hub.StartAsync(stop);
            var watched = Guid.Empty;
            while (true)
            {
                await Task.Delay(random.NextDouble() * LongestThought, stop);
                if (run() is var now && now != watched && now != Guid.Empty && _hub.State == HubConnectionState.Connected)
                {
                    watched = now;
                    await _hub.InvokeAsync<JsonElement?>("Watch", now, stop);
                }

                await (random.Next(3) switch
                {
                    0 => ReadAsync(stop),
                    1 => RunCellAsync(stop),
                    _ => CheckAsync(stop),
                });
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The soak is over.
        }
    }

    /// <summary>How many attempts the site has counted, and how many it ought to have.</summary>
    public async Task<(int Counted, int Expected)> AttemptsAsync(CancellationToken cancel)
    {
        var work = await _http.GetFromJsonAsync<JsonElement>("/api/lessons/cnn/work?lang=en", cancel);
        var exercise = work.GetProperty("exercises").EnumerateArray().FirstOrDefault(e => e.GetProperty("exercise").GetString() == "dataset");
        return (exercise.ValueKind == JsonValueKind.Undefined ? 0 : exercise.GetProperty("attempts").GetInt32(), _kept);
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _http.Dispose();
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        using var page = await _http.GetAsync(new Uri(_site, "/lessons/cnn"), stop);
        Note(page.StatusCode, "page");
    }

    private async Task RunCellAsync(CancellationToken stop)
    {
        using var answer = await _http.PostAsync(new Uri(_site, "/api/lessons/cnn/cells/setup/run"), null, stop);
        Note(answer.StatusCode, "cell");
    }

    /// <summary>Other answers each time: the same ones would be the same attempt.</summary>
    private async Task CheckAsync(CancellationToken stop)
    {
        var gaps = new Dictionary<string, string> { ["label"] = "'label'", ["channels"] = "IMG_CHS", ["width"] = "28", ["height"] = $"{29 + Checks}" };
        // Not stopped: what has been sent counts.
        using var answer = await _http.PostAsJsonAsync(new Uri(_site, Exercise), new { gaps }, CancellationToken.None);
        if (Note(answer.StatusCode, "check"))
        {
            _kept++;
            Checks++;
        }

        stop.ThrowIfCancellationRequested();
    }

    private bool Note(HttpStatusCode status, string what)
    {
        Asked++;
        if (status is not (HttpStatusCode.OK or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
        {
            Failures.Add($"{what}: {(int)status}");
        }

        return status == HttpStatusCode.OK;
    }
}
