using System.Net;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Hosting;

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

        Value(text, "asl_queue_length").ShouldBe("1");
        Value(text, "asl_trainers_connected").ShouldBe("1");
        Value(text, "asl_training_steps").ShouldBe("25");
        Value(text, "asl_cell_duration_seconds_count").ShouldBe("1");
        int.Parse(Value(text, "asl_store_duration_seconds_count"), System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(1);
        text.ShouldContain("http_server_request_duration_seconds");
    }

    [Fact]
    public async Task Metrics_NotWanted_AreNotThere()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        (await client.GetAsync(new Uri("/metrics", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Of the first line of a metric, whatever its labels and its unit's suffix.</summary>
    private static string Value(string text, string name) => text.Split('\n')
        .First(line => line.StartsWith(name, StringComparison.Ordinal))
        .Split('}')[^1].Trim().Split(' ')[0];
}
