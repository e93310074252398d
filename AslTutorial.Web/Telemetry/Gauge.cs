namespace AslTutorial.Web.Telemetry;

/// <summary>A number that a room lets whoever measures read.</summary>
internal sealed record Gauge(string Name, string Unit, string Description, Func<int> Read);
