using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>A run that a trainer ought to have.</summary>
/// <param name="IsCancelled">Its owner wants it to end.</param>
/// <param name="FreesAt">When it lets its trainer go, where it is paused.</param>
internal sealed record HeldRun(RunLease Lease, bool IsCancelled, DateTimeOffset? FreesAt);
