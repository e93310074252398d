using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Looks;

/// <summary>The site's own runs, for readers who have none yet.</summary>
public interface IExampleRuns
{
    /// <summary>The example of a lesson that can be looked into, on the data in use; null for none yet.</summary>
    Task<RunView?> FindAsync(string lesson, CancellationToken cancel = default);

    /// <summary>Whether a run is the site's own.</summary>
    Task<bool> IsExampleAsync(Guid runId, CancellationToken cancel = default);
}
