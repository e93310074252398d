using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>A trainer that the site runs beside itself, connected or not.</summary>
/// <param name="ProcessId">Null while it is not running.</param>
/// <param name="Fault">Why it is not running, or not connected.</param>
internal sealed record LocalTrainer(LocalTrainerPlan Plan, string Machine, int? ProcessId, int Restarts, TrainerFault? Fault)
{
    /// <summary>Whether a connected trainer is its process: also by the key, as a name and a number can be made up.</summary>
    public bool Is(TrainerLink link) => link.IsBesideTheSite && link.Description is { } d && d.Name == Machine && d.ProcessId == ProcessId;
}
