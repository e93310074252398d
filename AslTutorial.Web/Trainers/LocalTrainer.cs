using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>The trainer that the site runs beside itself, connected or not.</summary>
/// <param name="ProcessId">Null while it is not running.</param>
/// <param name="Fault">Why it is not running, or not connected.</param>
internal sealed record LocalTrainer(string Machine, int? ProcessId, int Restarts, TrainerFault? Fault);
