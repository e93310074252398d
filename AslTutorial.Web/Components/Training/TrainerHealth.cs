namespace AslTutorial.Web.Components.Training;

/// <summary>Whether something here can train; the better, the higher.</summary>
public enum TrainerHealth
{
    /// <summary>No trainer is known to the site.</summary>
    None,
    Faulted,

    /// <summary>Lost, and being started anew.</summary>
    Restarting,
    Starting,
    PreparingData,

    /// <summary>Idle or busy: what is queued will be trained.</summary>
    Ready,
}
