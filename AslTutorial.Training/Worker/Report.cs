using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Worker;

/// <summary>Something the site has to hear of, kept until it has answered.</summary>
internal abstract class Report(RunLease lease)
{
    public RunLease Lease { get; } = lease;

    /// <summary>False: the lease is refused. An exception: try again.</summary>
    public abstract Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel);
}
