using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AslTutorial.Tests.Shared;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Telemetry;

public sealed partial class TelemetryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_WantedByASetting_TellWhatTheSiteDoes()
    {
        await using var site = await TestSite.StartAsync(("Telemetry:Prometheus", "true"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var client = site.Client();
        await site.RunCellAsync("setup");
        await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        await site.BeginAsync("bob");
        await trainer.BatchAsync(lease, Samples.Batch(0, 10));
        await trainer.BatchAsync(lease, Samples.Batch(0, 35));

        var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel);

        // All sites of this process count together, and of their gauges the last counts: other tests may run beside this one.
        text.ShouldContain("asl_queue_length");
        text.ShouldContain("asl_trainers_connected");
        Sum(text, "asl_training_steps").ShouldBeGreaterThanOrEqualTo(25);
        Sum(text, "asl_cell_duration_seconds_count").ShouldBeGreaterThanOrEqualTo(1);
        Sum(text, "asl_store_duration_seconds_count").ShouldBeGreaterThan(1);
        text.ShouldContain("http_server_request_duration_seconds");
    }

    [Fact]
    public async Task Metrics_NotWanted_AreNotThere()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        (await client.GetAsync(new Uri("/metrics", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Metrics_AskedForThroughAProxy_AreNotThereForAForeignCaller()
    {
        await using var site = await TestSite.StartAsync(("Telemetry:Prometheus", "true"));
        using var client = site.Client();

        (await StatusAsync("203.0.113.9")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("2001:db8::9")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("127.0.0.1")).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> StatusAsync(string caller)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.Add("X-Forwarded-For", caller);
            using var answer = await client.SendAsync(request, Cancel);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Dashboard_EveryMetricThatItAsksFor_IsThere()
    {
        await using var site = await TestSite.StartAsync(("Telemetry:Prometheus", "true"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var client = site.Client();
        await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        await using var circuit = await OpenPage.OpenAsync(new Uri(site.Address, "/runs"), Cancel);
        var queries = Queries().ToList();
        queries.Count.ShouldBeGreaterThan(10);
        queries.ShouldAllBe(query => Metrics(query).Names.Count + Metrics(query).Patterns.Count > 0);
        var (there, missing, begun) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), Stopwatch.GetTimestamp());
        // Again and again: requests and circuits are counted a moment later, and a site that ends takes with it what all of this process have counted.
        for (var batch = 10; batch == 10 || (missing.Count > 0 && Stopwatch.GetElapsedTime(begun) < Patience); batch += 10)
        {
            await site.CheckAsync("dataset");
            await site.RunCellAsync("setup");
            await trainer.BatchAsync(lease, Samples.Batch(0, batch));
            await trainer.BatchAsync(lease, Samples.Batch(0, batch + 5));
            there.UnionWith(Names(await client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel)));
            missing = [.. queries.Select(Metrics).SelectMany(wanted => wanted.Names.Except(there)
                .Concat(wanted.Patterns.Where(pattern => !there.Any(name => Regex.IsMatch(name, $"^(?:{pattern})$")))))];
        }

        missing.ShouldBeEmpty();
    }

    private static HashSet<string> Names(string metrics) =>
        metrics.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('{', ' ')[0]).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Queries()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "dashboard.json")));
        return [.. dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!)];
    }

    /// <summary>The metrics of a query, and the patterns by which it asks for names.</summary>
    private static (IReadOnlyList<string> Names, IReadOnlyList<string> Patterns) Metrics(string query)
    {
        var patterns = NamePattern().Matches(query).Select(match => match.Groups[1].Value).ToList();
        var bare = Labels().Replace(query, " ");
        return ([.. Word().Matches(bare).Select(match => match.Value).Where(word => word is not ("sum" or "rate" or "histogram_quantile" or "by"))], patterns);
    }

    [GeneratedRegex("__name__=~\"([^\"]+)\"")]
    private static partial Regex NamePattern();

    /// <summary>What stands in braces, in brackets, and after "by".</summary>
    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|\bby\s*\([^)]*\)")]
    private static partial Regex Labels();

    [GeneratedRegex("[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex Word();

    /// <summary>Of all lines of a metric, whatever their labels and its unit's suffix.</summary>
    private static double Sum(string text, string name) => text.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split('}')[^1].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
}
