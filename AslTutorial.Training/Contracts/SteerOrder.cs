namespace AslTutorial.Training.Contracts;

/// <summary>How a run is to go on, all of it: an order that comes twice changes nothing.</summary>
/// <param name="LearningRate">From the next batch on; null where nothing new is wanted.</param>
/// <param name="Paused">Wait before the next batch.</param>
/// <param name="StopAfterEpoch">Complete the run with the epoch that is under way.</param>
public sealed record SteerOrder(double? LearningRate, bool Paused, bool StopAfterEpoch);
