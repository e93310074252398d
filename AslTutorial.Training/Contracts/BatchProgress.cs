namespace AslTutorial.Training.Contracts;

/// <summary>Where a running epoch stands; sent at most ten times a second.</summary>
/// <param name="Epoch">Counted from 0.</param>
/// <param name="Batch">Batches done in this epoch.</param>
/// <param name="Batches">Batches in an epoch.</param>
/// <param name="TrainLoss">Mean loss per batch since the epoch began.</param>
/// <param name="TrainAccuracy">Share classified rightly since the epoch began, 0 to 1; on its way to what the epoch will have.</param>
/// <param name="ImagesPerSecond">Training throughput since the last report.</param>
/// <param name="EtaSeconds">Estimated time until the whole run ends.</param>
public sealed record BatchProgress(
    int Epoch,
    int Batch,
    int Batches,
    double TrainLoss,
    double TrainAccuracy,
    double ImagesPerSecond,
    double EtaSeconds);
