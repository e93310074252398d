using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>A run that a trainer should be working on.</summary>
/// <param name="IsCancelled">Its owner has cancelled it.</param>
/// <param name="FreesAt">When a paused run gives up its trainer; null if it is not paused.</param>
internal sealed record HeldRun(RunLease Lease, bool IsCancelled, DateTimeOffset? FreesAt);
