using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Telemetry;

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        string.IsNullOrWhiteSpace(options.Otlp) || (Uri.TryCreate(options.Otlp, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"AslTutorial:Telemetry:Otlp is an address such as http://collector:4317, not '{options.Otlp}'");
}
