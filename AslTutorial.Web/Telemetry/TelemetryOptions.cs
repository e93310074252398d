using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Telemetry;

/// <summary>AslTutorial:Telemetry. Nothing is measured for anybody else unless a setting says so.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Where metrics and traces are sent by OTLP over gRPC, such as http://collector:4317.</summary>
    public string? Otlp { get; set; }

    /// <summary>Whether /metrics answers Prometheus; only callers of this machine are answered.</summary>
    public bool Prometheus { get; set; }
}

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        string.IsNullOrWhiteSpace(options.Otlp) || (Uri.TryCreate(options.Otlp, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"AslTutorial:Telemetry:Otlp is an address such as http://collector:4317, not '{options.Otlp}'");
}
