using AslTutorial.Training.Contracts;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Components.Trainers;

/// <summary>The state of the trainers, reduced to the one that matters most to the reader.</summary>
public sealed record TrainerOutlook(TrainerMood Mood, DeviceInfo? Device, DataSetInfo? DataSet, TrainerFault? Fault)
{
    /// <summary>The most capable trainer's: one that can train before one that may soon, before one that cannot.</summary>
    public static TrainerOutlook Of(IReadOnlyList<TrainerStatus> trainers) => trainers
        .Select(Of)
        .OrderBy(outlook => Array.IndexOf(BestFirst, outlook.Mood))
        .FirstOrDefault(new TrainerOutlook(TrainerMood.None, null, null, null));

    private static readonly TrainerMood[] BestFirst =
    [
        TrainerMood.Idle, TrainerMood.Busy, TrainerMood.PreparingData, TrainerMood.Starting, TrainerMood.Restarting, TrainerMood.Faulted,
    ];

    public static TrainerOutlook Of(TrainerStatus trainer)
    {
        var told = trainer.Description;
        return new TrainerOutlook(MoodOf(trainer), told?.Device, told?.DataSet, trainer.Fault ?? told?.FindFault());
    }

    private static TrainerMood MoodOf(TrainerStatus trainer) => trainer switch
    {
        { Fault: not null } or { Description.Phase: TrainerPhase.Faulted } => TrainerMood.Faulted,
        { Connected: false, Restarts: > 0 } => TrainerMood.Restarting,
        { Connected: false } or { Description: null } => TrainerMood.Starting,
        { Description.Phase: TrainerPhase.PreparingData } => TrainerMood.PreparingData,
        { Description.Phase: TrainerPhase.Busy } => TrainerMood.Busy,
        { Description.Phase: TrainerPhase.Idle } => TrainerMood.Idle,
        _ => TrainerMood.Starting,
    };
}
