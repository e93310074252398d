using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Telemetry;

/// <summary>AslTutorial:Telemetry. Off by default.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>The URL to which metrics and traces are sent by OTLP over gRPC, such as http://collector:4317.</summary>
    public string? Otlp { get; set; }

    /// <summary>Whether /metrics serves Prometheus; only to callers on this machine.</summary>
    public bool Prometheus { get; set; }
}

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        string.IsNullOrWhiteSpace(options.Otlp) || (Uri.TryCreate(options.Otlp, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"AslTutorial:Telemetry:Otlp is an address such as http://collector:4317, not '{options.Otlp}'");
}
