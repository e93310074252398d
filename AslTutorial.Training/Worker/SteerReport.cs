using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Worker;

/// <summary>What became of an order that a run was steered with.</summary>
internal sealed class SteerReport(RunLease lease, SteeredRun steered) : Report(lease)
{
    public override Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel) =>
        site.CallAsync(nameof(ITrainerHub.ReportSteered), [Lease, steered], cancel);
}
