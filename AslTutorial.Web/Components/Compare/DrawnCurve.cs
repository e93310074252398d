using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Components.Compare;

/// <summary>A curve in the form that the chart's script expects.</summary>
/// <param name="Badge">The label at its lines' ends and in the list below the chart.</param>
/// <param name="Style">The dash style of its lines, from 1.</param>
/// <param name="Clip">Whether to cut it where the run's own axis ends.</param>
/// <param name="Run">The run's id to follow for more epochs; null for a complete curve.</param>
public sealed record DrawnCurve(
    string Key, string Badge, int Style, string Name, string Settings, bool Clip, IReadOnlyList<EpochResult> Epochs, string? Run);

/// <summary>The run itself, as named in a saved picture of the chart.</summary>
public sealed record DrawnRun(string Name, string Settings);
