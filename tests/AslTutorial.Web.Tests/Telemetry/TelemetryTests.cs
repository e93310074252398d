using System.Globalization;
using System.Net;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Telemetry;

public sealed class TelemetryTests
{
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

    /// <summary>Of all lines of a metric, whatever their labels and its unit's suffix.</summary>
    private static double Sum(string text, string name) => text.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split('}')[^1].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
}
