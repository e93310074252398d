namespace AslTutorial.Web.Runs;

/// <summary>The finished computation that a run shows instead of one of its own: same settings, seed, data and program.</summary>
/// <param name="ComputedAt">When the computation ended.</param>
/// <param name="Seconds">How long the computation took.</param>
/// <param name="IsOver">Whether all its epochs are shown.</param>
public sealed record RunReplay(DateTimeOffset ComputedAt, double Seconds, bool IsOver);
