using System.Net.Http.Json;
using System.Text.Json;

namespace AslTutorial.EndToEnd.Tests.Processes;

/// <summary>Runs, as a program without a browser sees them.</summary>
internal sealed class RunsOverHttp(Uri site) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http = new() { BaseAddress = site };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<Guid> StartAsync(int epochs)
    {
        using var answer = await _http.PostAsJsonAsync("/api/runs", new { epochs, seed = 3, fresh = true }, Cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetGuid();
    }

    public Task<JsonElement> GetAsync(Guid run) => _http.GetFromJsonAsync<JsonElement>($"/api/runs/{run}", Cancel);

    public async Task<bool> IsAliveAsync()
    {
        using var answer = await _http.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Polls until the run is as wanted, and returns it as it was then.</summary>
    public async Task<JsonElement> UntilAsync(Guid run, Func<JsonElement, bool> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        while (true)
        {
            var now = await GetAsync(run);
            if (wanted(now))
            {
                return now;
            }

            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"The run did not get there: {now}");
            }

            await Task.Delay(Interval, Cancel);
        }
    }

    public static string? StateOf(JsonElement run) => run.GetProperty("state").GetString();

    public static List<int> EpochsOf(JsonElement run) => [.. run.GetProperty("epochs").EnumerateArray().Select(e => e.GetProperty("epoch").GetInt32())];

    public static List<double> LossesOf(JsonElement run) => [.. run.GetProperty("epochs").EnumerateArray().Select(e => e.GetProperty("trainLossSum").GetDouble())];

    public void Dispose() => _http.Dispose();
}
