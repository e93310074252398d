using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;

namespace AslTutorial.Web.Admission;

/// <summary>The budgets as ASP.NET's rate limiter asks for them: a lease lasts as long as its request, that of a socket as long as the socket.</summary>
internal sealed class RequestAdmission(AdmissionDesk desk) : PartitionedRateLimiter<HttpContext>
{
    public const int MaxBodyBytes = 64 << 10;

    public static readonly MetadataName<Refusal> Refused = new("AslTutorial.Refusal");

    private static readonly object Answer = new();

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        var caller = resource.Features.GetRequiredFeature<Caller>();
        var costs = resource.CostsOf(caller);
        if (resource.Request.ContentLength is null)
        {
            // How much it is shows when it has been read: what keeps it asks.
            costs &= ~Cost.Text;
        }

        var admitted = desk.Ask(costs, caller, (int)CharactersOf(resource.Request));
        if (admitted.Refusal is null)
        {
            caller.Paid = costs;
            caller.StaysNameless = resource.WouldName(caller) && !MayBeNamed(caller);
        }

        var lease = new Lease(admitted);
        resource.Items[Answer] = lease;
        return lease;
    }

    // The middleware asks again whether it may wait: nobody waits here, and the answer is the same.
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext context, int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.Items[Answer] as RateLimitLease ?? AttemptAcquireCore(context, permitCount));

    // A body that is too long is refused by its length, and none of it is kept.
    private static long CharactersOf(HttpRequest request) => request.ContentLength is <= MaxBodyBytes and { } length ? length : 1;

    private bool MayBeNamed(Caller caller)
    {
        using var named = desk.Ask(Cost.Newcomer, caller);
        return named.Refusal is null;
    }

    private sealed class Lease(Admitted admitted) : RateLimitLease
    {
        public override bool IsAcquired => admitted.Refusal is null;

        public override IEnumerable<string> MetadataNames => admitted.Refusal is null ? [] : [Refused.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == Refused.Name ? admitted.Refusal : null;
            return metadata is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                admitted.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
