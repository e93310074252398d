namespace AslTutorial.Training.Contracts;

/// <summary>The order to train, from the site to a trainer.</summary>
/// <param name="Lease">The run and its fencing number, to be named in every report.</param>
/// <param name="Settings">Checked by the site.</param>
/// <param name="Resume">A checkpoint is stored at <see cref="TrainerRoutes.Checkpoint"/>: go on from it.</param>
/// <param name="LastEpoch">The run is to be completed with this epoch, counted from 0; null for that of the settings.</param>
public sealed record RunOrder(RunLease Lease, TrainingSettings Settings, bool Resume, int? LastEpoch = null);

/// <summary>A run in a trainer's hands. A run handed out again gets a higher fence; reports with a lower one are refused.</summary>
public sealed record RunLease(Guid RunId, long Fence);
