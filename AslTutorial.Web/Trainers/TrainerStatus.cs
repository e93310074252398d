using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>A trainer as pages and /health/ready show it.</summary>
/// <param name="Connected">False while the site waits for it: starting, or lost and being restarted.</param>
/// <param name="Restarts">How often the site has started it anew.</param>
/// <param name="Asked">What the site has started it for; null for a trainer that it has not started.</param>
public sealed record TrainerStatus(
    string Id, bool Connected, TrainerDescription? Description, int Restarts, TrainerFault? Fault, DeviceChoice? Asked = null);
