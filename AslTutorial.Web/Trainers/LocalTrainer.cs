using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>A local trainer (started by the site), connected or not.</summary>
/// <param name="ProcessId">Null while it is not running.</param>
/// <param name="Fault">Why it is not running or not connected.</param>
internal sealed record LocalTrainer(LocalTrainerPlan Plan, string Machine, int? ProcessId, int Restarts, TrainerFault? Fault)
{
    /// <summary>Whether the link is to this process. Checks the key too, because name and process id could be made up.</summary>
    public bool Is(TrainerLink link) => link.IsBesideTheSite && link.Description is { } d && d.Name == Machine && d.ProcessId == ProcessId;
}
