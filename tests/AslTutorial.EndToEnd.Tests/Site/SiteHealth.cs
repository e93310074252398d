using System.Net;
using System.Text.Json;

namespace AslTutorial.EndToEnd.Tests.Site;

/// <summary>What a site says of itself at /health/ready.</summary>
internal static class SiteHealth
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    public static Task WaitForTrainerAsync(Uri address) => WaitAsync(address, (status, _) => status == HttpStatusCode.OK ? "" : null);

    public static Task UntilNotReadyAsync(Uri address) => WaitAsync(address, (status, _) => status == HttpStatusCode.ServiceUnavailable ? "" : null);

    /// <summary>Waits for a trainer that cannot train, and returns why.</summary>
    public static Task<string> WaitForFaultAsync(Uri address) => WaitAsync(address, (_, body) => Trainer(body)?.GetProperty("fault").GetString());

    /// <summary>The process of the trainer, once one is connected; another one than <paramref name="not"/> if given.</summary>
    public static async Task<int> TrainerProcessAsync(Uri address, int? not = null)
    {
        var found = await WaitAsync(address, (status, body) =>
            status == HttpStatusCode.OK && Trainer(body)?.GetProperty("processId").GetInt32() is { } process && process != not
                ? process.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : null);
        return int.Parse(found, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The trainers, a line each, once the lines are as wanted.</summary>
    public static async Task<IReadOnlyList<TrainerLine>> TrainersAsync(Uri address, Predicate<IReadOnlyList<TrainerLine>> wanted)
    {
        IReadOnlyList<TrainerLine> lines = [];
        await WaitAsync(address, (_, body) => wanted(lines = Lines(body)) ? "" : null);
        return lines;
    }

    private static List<TrainerLine> Lines(JsonElement body) => [.. body.GetProperty("trainers").EnumerateArray().Select(line => new TrainerLine(
        line.GetProperty("id").GetString()!,
        line.GetProperty("state").GetString()!,
        line.GetProperty("restarts").GetInt32(),
        line.GetProperty("processId") is { ValueKind: JsonValueKind.Number } process ? process.GetInt32() : null))];

    private static JsonElement? Trainer(JsonElement body) =>
        body.GetProperty("trainers") is var all && all.GetArrayLength() > 0 ? all[0] : null;

    private static async Task<string> WaitAsync(Uri address, Func<HttpStatusCode, JsonElement, string?> read)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var limit = new CancellationTokenSource(Limit);
        var last = "";
        try
        {
            while (true)
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
                last = await answer.Content.ReadAsStringAsync(limit.Token);
                using var body = JsonDocument.Parse(last);
                if (read(answer.StatusCode, body.RootElement) is { } found)
                {
                    return found;
                }

                await Task.Delay(200, limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The site did not get there within {Limit}: {last}");
        }
    }
}
