namespace AslTutorial.Web.Telemetry;

/// <summary>Something that a room has its number read of whenever somebody measures.</summary>
internal sealed record Gauge(string Name, string Unit, string Description, Func<int> Read);
