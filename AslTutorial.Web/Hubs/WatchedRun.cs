using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Hubs;

/// <summary>A run that one browser connection watches.</summary>
internal sealed class WatchedRun
{
    /// <summary>The newest batch report that is not sent yet.</summary>
    public RunEvent.Batch? Pending { get; set; }

    /// <summary>When the next batch report may be sent.</summary>
    public long NextBatchAt { get; set; }

    public bool IsOpen { get; set; } = true;

    public RunSubscription? Subscription { get; set; }
}
