using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>A trainer as pages and /health/ready show it.</summary>
/// <param name="Connected">False while a local one is starting, or lost and being restarted.</param>
/// <param name="Restarts">How often the site has restarted it.</param>
/// <param name="Asked">The device it was started for; null for a trainer that the site has not started.</param>
public sealed record TrainerStatus(
    string Id, bool Connected, TrainerDescription? Description, int Restarts, TrainerFault? Fault, DeviceChoice? Asked = null);
