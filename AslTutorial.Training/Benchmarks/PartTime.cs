namespace AslTutorial.Training.Benchmarks;

/// <summary>A part of a step whose batch is divided: milliseconds of a step, the mean of its threads.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Work">Until a thread is done with it.</param>
/// <param name="Wait">From then until all are.</param>
internal sealed record PartTime(string Name, double Work, double Wait);
