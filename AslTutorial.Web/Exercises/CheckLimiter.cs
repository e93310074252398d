using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Exercises;

/// <summary>How often a learner may check: a bucket that fills up again in a minute.</summary>
internal sealed class CheckLimiter(IOptions<ExerciseOptions> options) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        learner => RateLimitPartition.GetTokenBucketLimiter(learner, _ => Bucket(options.Value.ChecksPerMinute)));

    /// <summary>Null where the learner may check; else how long to wait.</summary>
    public TimeSpan? Refuse(string learner)
    {
        using var lease = _limiter.AttemptAcquire(learner);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > Period ? wait
            : Period;
    }

    public void Dispose() => _limiter.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = Period * Math.Max(1, 60 / perMinute),
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
