namespace AslTutorial.Web.Runs;

/// <summary>What a run shows that was computed before it was ordered: the same settings, seed, data and program.</summary>
/// <param name="ComputedAt">When that ended.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="IsOver">Whether all its epochs are shown.</param>
public sealed record RunReplay(DateTimeOffset ComputedAt, double Seconds, bool IsOver);
