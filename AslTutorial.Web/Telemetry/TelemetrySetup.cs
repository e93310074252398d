using System.Net;
using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AslTutorial.Web.Telemetry;

internal static class TelemetrySetup
{
    public const string PrometheusPath = "/metrics";

    private const string Framework = "Microsoft.AspNetCore*";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<TelemetryOptions, TelemetryOptionsValidator>("Telemetry");
        builder.Services.AddSingleton<SiteMetrics>();
        builder.Services.AddSingleton<StoreLatency>();
        var options = new TelemetryOptions();
        builder.Configuration.GetSection("AslTutorial:Telemetry").Bind(options);
        var otlp = Uri.TryCreate(options.Otlp, UriKind.Absolute, out var address) ? address : null;
        if (otlp is null && !options.Prometheus)
        {
            return;
        }

        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(SiteMetrics.MeterName));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(SiteMetrics.MeterName, Framework, "System.Runtime");
            if (options.Prometheus)
            {
                metrics.AddPrometheusExporter();
            }

            if (otlp is not null)
            {
                metrics.AddOtlpExporter(exporter => exporter.Endpoint = otlp);
            }
        });
        if (otlp is not null)
        {
            // The instrumentation gives a request's span its route and status, which .NET 10 leaves out.
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(SiteMetrics.MeterName, Framework).AddOtlpExporter(exporter => exporter.Endpoint = otlp));
        }
    }

    /// <summary>Registers the gauges, and the Prometheus endpoint if it is switched on.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        var meter = app.Services.GetRequiredService<SiteMetrics>().Meter;
        foreach (var gauge in app.Services.GetServices<Gauge>())
        {
            meter.CreateObservableGauge(gauge.Name, gauge.Read, gauge.Unit, gauge.Description);
        }

        if (app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.Prometheus)
        {
            app.UseOpenTelemetryPrometheusScrapingEndpoint(context =>
                context.Request.Path == PrometheusPath && context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller));
        }
    }
}
