using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Looks;

/// <summary>The site's own runs, for readers who have none yet.</summary>
public interface IExampleRuns
{
    /// <summary>A lesson's example on the current data; null if there is none yet.</summary>
    Task<RunView?> FindAsync(string lesson, CancellationToken cancel = default);

    /// <summary>Whether the run is one of the site's own.</summary>
    Task<bool> IsExampleAsync(Guid runId, CancellationToken cancel = default);
}
