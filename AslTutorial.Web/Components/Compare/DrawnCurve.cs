using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Components.Compare;

/// <summary>A curve as the chart's script takes it.</summary>
/// <param name="Badge">Stands at its lines' ends and in the list below the chart.</param>
/// <param name="Style">How its lines are broken, from 1.</param>
/// <param name="Clip">Whether it is shown only as far as the run's own axis goes.</param>
/// <param name="Run">The id to follow where more epochs come; null for a curve that is complete.</param>
public sealed record DrawnCurve(
    string Key, string Badge, int Style, string Name, string Settings, bool Clip, IReadOnlyList<EpochResult> Epochs, string? Run);

/// <summary>The run itself, as a saved chart names it.</summary>
public sealed record DrawnRun(string Name, string Settings);
