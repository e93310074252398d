namespace AslTutorial.Web.Telemetry;

/// <summary>AslTutorial:Telemetry. Nothing is measured for anybody else unless a setting says so.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Where metrics and traces are sent by OTLP over gRPC, such as http://collector:4317.</summary>
    public string? Otlp { get; set; }

    /// <summary>Whether /metrics answers Prometheus; only callers of this machine are answered.</summary>
    public bool Prometheus { get; set; }
}
