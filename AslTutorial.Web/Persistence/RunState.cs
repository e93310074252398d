namespace AslTutorial.Web.Persistence;

/// <summary>Where a run stands; lower case in JSON.</summary>
public enum RunState
{
    Queued,
    Running,

    /// <summary>Paused without a trainer; one that its trainer still has is running.</summary>
    Paused,
    Completed,
    Cancelled,
    Failed,
}
