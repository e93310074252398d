namespace AslTutorial.Training.Contracts;

/// <summary>How a run is to go on, all of it: an order that comes twice changes nothing.</summary>
/// <param name="LearningRate">From the next batch on; null where nothing new is wanted.</param>
/// <param name="Paused">Wait before the next batch.</param>
/// <param name="StopAfterEpoch">Complete the run with the epoch that is under way.</param>
public sealed record SteerOrder(double? LearningRate, bool Paused, bool StopAfterEpoch);

/// <summary>What a trainer has made of the orders so far, all of it; reported after each.</summary>
/// <param name="Steering">Every change of the learning rate, those planned for later included; null for none.</param>
/// <param name="Paused">Whether it waits before the batch below.</param>
/// <param name="LastEpoch">The run is completed with this epoch, counted from 0; null where it goes on to the end.</param>
/// <param name="Epoch">Of the next batch, counted from 0.</param>
/// <param name="Batch">The next batch, counted from 0.</param>
public sealed record SteeredRun(RunSteering? Steering, bool Paused, int? LastEpoch, int Epoch, int Batch);
