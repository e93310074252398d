namespace AslTutorial.Web.Runs;

/// <summary>How a run is being steered. What was done with the learning rate so far is in its settings.</summary>
/// <param name="IsPaused">It waits, in its trainer's hands or, once that is free for others, with its checkpoint.</param>
/// <param name="FreesAt">When a paused run lets its trainer go; null where it is not paused, or has none any more.</param>
/// <param name="WantedRate">The learning rate that no trainer has taken yet; null for none.</param>
/// <param name="StopsAfterEpoch">It is to be completed with the epoch that is under way.</param>
public sealed record RunHelm(bool IsPaused = false, DateTimeOffset? FreesAt = null, double? WantedRate = null, bool StopsAfterEpoch = false);
