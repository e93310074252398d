using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>A trainer as pages and /health/ready show it.</summary>
/// <param name="Connected">False while the site waits for it: starting, or lost and being restarted.</param>
/// <param name="Restarts">How often the site has started it anew.</param>
public sealed record TrainerStatus(string Id, bool Connected, TrainerDescription? Description, int Restarts, TrainerFault? Fault);
