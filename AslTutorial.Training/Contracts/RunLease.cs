namespace AslTutorial.Training.Contracts;

/// <summary>A run in a trainer's hands. A run handed out again gets a higher fence; reports with a lower one are refused.</summary>
public sealed record RunLease(Guid RunId, long Fence);
