namespace AslTutorial.Web.Telemetry;

/// <summary>A metric that a feature offers for reading.</summary>
internal sealed record Gauge(string Name, string Unit, string Description, Func<int> Read);
