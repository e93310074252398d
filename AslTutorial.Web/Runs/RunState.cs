namespace AslTutorial.Web.Runs;

/// <summary>Where a run stands; lower case in JSON.</summary>
public enum RunState
{
    Queued,
    Running,
    Completed,
    Cancelled,
    Failed,
}
