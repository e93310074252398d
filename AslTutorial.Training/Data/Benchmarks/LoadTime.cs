namespace AslTutorial.Training.Data.Benchmarks;

/// <summary>How long a load took.</summary>
/// <param name="Milliseconds">On the clock.</param>
/// <param name="CpuMilliseconds">Of all the process's threads together: what a busy machine cannot stretch.</param>
internal readonly record struct LoadTime(double Milliseconds, double CpuMilliseconds);
