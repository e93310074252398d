using System.Security.Claims;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Trainers;

/// <summary>Which trainer holds a run. Prevents reports by others: ids of runs are public and fences easy to guess.</summary>
internal sealed class Holdings(RunLeases leases, TrainerRegistry registry)
{
    /// <summary>Whether the lease was given to a trainer with this key. The run may have ended since.</summary>
    public async ValueTask<bool> MaySpeakAsync(RunLease lease, string keyName, CancellationToken cancel)
    {
        var holder = registry.Holders.KeyOf(lease);
        if (holder is null && (holder = await leases.HolderKeyAsync(lease, cancel)) is not null)
        {
            registry.Holders.Note(lease, holder);
        }

        return holder == keyName;
    }

    /// <summary>Whether the calling trainer holds the run, and is still at work on it.</summary>
    /// <param name="epoch">One that the run has to have.</param>
    public async Task<bool> HoldsAsync(RunLease lease, ClaimsPrincipal trainer, CancellationToken cancel, int epoch = EpochNumber.Untrained) =>
        await MaySpeakAsync(lease, trainer.Identity?.Name ?? "", cancel) && await leases.HoldsAsync(lease, cancel, epoch);
}
