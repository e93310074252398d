using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace AslTutorial.Web.Tests.Telemetry;

public sealed class OtlpTests
{
    private const string Metrics = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
    private const string Traces = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Collector_NamedByTheSetting_GetsMetricsAndTraces()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = Collector(received);
        await collector.StartAsync(Cancel);
        // What has gathered is sent at the end at the latest.
        await using (var site = await TestSite.StartAsync(("Telemetry:Otlp", collector.Urls.Single())))
        {
            using var client = site.Client();
            (await client.GetAsync(new Uri("/api/lessons", UriKind.Relative), Cancel)).EnsureSuccessStatusCode();
            await site.CheckAsync("dataset");
        }

        received.Select(one => one.Path).Distinct().ShouldBe([Metrics, Traces], ignoreOrder: true);
        var (metrics, traces) = (Of(Metrics), Of(Traces));
        foreach (var name in new[] { "asl.check.duration", "asl.store.duration", "asl.queue.length", "http.server.request.duration" })
        {
            metrics.ShouldContain(name);
        }

        traces.ShouldContain("GET /api/lessons");
        traces.ShouldContain("http.response.status_code");
        traces.ShouldContain("check");
        (metrics + traces).ShouldContain("AslTutorial");

        string Of(string path) => string.Concat(received.Where(one => one.Path == path).Select(one => one.Body));
    }

    /// <summary>Takes whatever comes by gRPC and keeps it as it is: names in Protobuf are plain text.</summary>
    private static WebApplication Collector(ConcurrentQueue<(string Path, string Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            context.Response.ContentType = "application/grpc";
            // An empty message: not compressed, and no bytes long.
            await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
            context.Response.AppendTrailer("grpc-status", "0");
        });
        return app;
    }
}
