using System.Security.Claims;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Trainers;

/// <summary>Whether the calling trainer holds a run.</summary>
internal sealed class Holdings(RunLeases leases, TrainerRegistry registry)
{
    /// <param name="epoch">One that the run has to have.</param>
    public async Task<bool> HoldsAsync(RunLease lease, ClaimsPrincipal trainer, CancellationToken cancel, int epoch = EpochNumber.Untrained) =>
        registry.Holders.MaySpeak(lease, trainer.Identity?.Name ?? "") && await leases.HoldsAsync(lease, cancel, epoch);
}
