namespace AslTutorial.Web.Persistence;

/// <summary>In JSON in lower case.</summary>
public enum RunState
{
    Queued,
    Running,

    /// <summary>Paused and without a trainer; while its trainer still holds it, a paused run is Running.</summary>
    Paused,
    Completed,
    Cancelled,
    Failed,
}
