using System.Threading.RateLimiting;

namespace AslTutorial.Web.Admission;

/// <summary>
/// The one place that decides who may use how much: for HTTP requests before they are processed, for circuits and hubs when an action
/// is carried out.
/// </summary>
internal sealed class AdmissionDesk(Budgets budgets, AddressBlocks blocks, ReadOnlyMode readOnly, Visitors visitors)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReadOnlyWait = TimeSpan.FromMinutes(1);

    /// <summary>Asks on behalf of the current request or circuit.</summary>
    /// <param name="amount">Characters of a text; else 1.</param>
    public Admitted Ask(Cost cost, string learner, int amount = 1)
    {
        var caller = Caller.For(learner);
        return caller.Paid.HasFlag(cost) ? Admitted.Freely : Ask(cost, caller, amount);
    }

    /// <summary>As <see cref="Ask(Cost, string, int)"/>, for actions that are over at once. Null if admitted.</summary>
    public Refusal? Refuse(Cost cost, string learner, int amount = 1)
    {
        using var admitted = Ask(cost, learner, amount);
        return admitted.Refusal;
    }

    /// <summary>As <see cref="Refuse(Cost, string, int)"/>, for actions that cannot return a refusal: the open page shows it.</summary>
    public bool Forbids(Cost cost, string learner, int amount = 1) => Tell(Refuse(cost, learner, amount));

    /// <summary>Shows a refusal on the open page; returns whether there was one.</summary>
    public static bool Tell(Refusal? refusal)
    {
        if (refusal is not null)
        {
            Caller.Current?.Say?.Invoke(refusal);
        }

        return refusal is not null;
    }

    /// <param name="costs">One or more.</param>
    public Admitted Ask(Cost costs, Caller caller, int amount = 1)
    {
        var leases = new List<IDisposable>();
        foreach (var cost in Enum.GetValues<Cost>().Where(one => costs.HasFlag(one) && int.IsPow2((int)one)))
        {
            if (Refuse(cost, caller, amount, leases) is { } refusal)
            {
                leases.ForEach(lease => lease.Dispose());
                visitors.Refused(caller, cost);
                return new(refusal, []);
            }
        }

        return new(null, leases);
    }

    private Refusal? Refuse(Cost cost, Caller caller, int amount, List<IDisposable> leases)
    {
        if (caller.Address is { } address && blocks.Until(address) is { } wait)
        {
            return new(RefusalReason.Blocked, wait);
        }

        if (readOnly.IsOn && Cost.Changes.HasFlag(cost) && caller.Address is not null)
        {
            return new(RefusalReason.ReadOnly, ReadOnlyWait);
        }

        var lease = budgets.Take(cost, caller, cost == Cost.Text ? amount : 1);
        leases.Add(lease);
        return lease.IsAcquired ? null
            : new(RefusalReason.TooMuch, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > Moment ? after : Moment);
    }
}
