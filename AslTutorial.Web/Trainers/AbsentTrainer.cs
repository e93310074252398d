using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>A run whose trainer's connection broke a moment ago.</summary>
internal sealed record AbsentTrainer(RunLease Lease, string? Machine, int? ProcessId);
