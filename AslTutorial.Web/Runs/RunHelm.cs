namespace AslTutorial.Web.Runs;

/// <summary>How a run is being steered now. Earlier changes of the learning rate are in its settings.</summary>
/// <param name="IsPaused">Its trainer still holds it or, once freed for others, only its checkpoint is kept.</param>
/// <param name="FreesAt">When a paused run gives up its trainer; null if it is not paused or has no trainer any more.</param>
/// <param name="WantedRate">A learning rate that no trainer has applied yet; null for none.</param>
/// <param name="StopsAfterEpoch">The run is to be completed with the current epoch.</param>
public sealed record RunHelm(bool IsPaused = false, DateTimeOffset? FreesAt = null, double? WantedRate = null, bool StopsAfterEpoch = false);
