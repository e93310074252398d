using AslTutorial.Training.Contracts;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Components.Training;

/// <summary>What the trainers of the site mean for a learner: one answer for all of them, the best one.</summary>
/// <param name="Health">The state of the best trainer.</param>
/// <param name="Fault">Why it cannot train, in one English sentence.</param>
/// <param name="Device">Its device, when known.</param>
/// <param name="DataSet">Its data, when known.</param>
public sealed record TrainerOutlook(TrainerHealth Health, string? Fault, DeviceInfo? Device, DataSetInfo? DataSet)
{
    public static TrainerOutlook Of(IReadOnlyList<TrainerStatus> trainers)
    {
        var best = trainers.MaxBy(HealthOf);
        return best is null
            ? new(TrainerHealth.None, null, null, null)
            : new(HealthOf(best), best.Fault ?? best.Description?.Fault, best.Description?.Device, best.Description?.DataSet);
    }

    private static TrainerHealth HealthOf(TrainerStatus trainer) => trainer switch
    {
        { Connected: true, Description: { } description } => description.Phase switch
        {
            TrainerPhase.Starting => TrainerHealth.Starting,
            TrainerPhase.PreparingData => TrainerHealth.PreparingData,
            TrainerPhase.Faulted => TrainerHealth.Faulted,
            _ => TrainerHealth.Ready,
        },
        { Connected: true } => TrainerHealth.Starting,
        { Fault: not null } => TrainerHealth.Faulted,
        { Restarts: > 0 } or { Description: not null } => TrainerHealth.Restarting,
        _ => TrainerHealth.Starting,
    };
}
