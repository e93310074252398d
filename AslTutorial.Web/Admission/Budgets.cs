using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Admission;

/// <summary>
/// Rate limits for each cost, checked in this order: a learner's, that of an address's newcomers, the address's, that of all newcomers
/// together, and the site's. So a refused caller uses up nothing that others share.
/// </summary>
internal sealed class Budgets : IDisposable
{
    /// <summary>Newcomers may use at most this part of their address's budget, and of the site's.</summary>
    private const double NewcomersPart = 0.75;

    private const int SecondsOfMinute = 60;

    private readonly AdmissionOptions _options;
    private readonly Tariffs _tariffs;
    private readonly PartitionedRateLimiter<Asked>[] _limiters;
    private readonly PartitionedRateLimiter<Asked> _chain;

    public Budgets(IOptions<AdmissionOptions> options, IOptions<Tariffs> tariffs)
    {
        (_options, _tariffs) = (options.Value, tariffs.Value);
        Func<Asked, Share?>[] shares = [OfLearner, OfNewcomersAtAddress, OfAddress, OfNewcomers, OfSite];
        _limiters = [.. shares.Select(share => Create(share, Rate)), .. shares.Select(share => Create(share, UnderWay))];
        _chain = PartitionedRateLimiter.CreateChained(_limiters);
    }

    public RateLimitLease Take(Cost cost, Caller caller, int amount) =>
        _chain.AttemptAcquire(new(cost, caller), Math.Clamp(amount, 1, _tariffs[cost].Burst));

    /// <summary>Disposing the chain does not dispose its members, each of which has a timer.</summary>
    public void Dispose()
    {
        _chain.Dispose();
        Array.ForEach(_limiters, limiter => limiter.Dispose());
    }

    private static PartitionedRateLimiter<Asked> Create(Func<Asked, Share?> share, Func<Cost, Share, RateLimitPartition<Key>> make) =>
        PartitionedRateLimiter.Create<Asked, Key>(asked => share(asked) is { } own ? make(asked.Cost, own) : RateLimitPartition.GetNoLimiter(new Key(asked.Cost, "")));

    private Share? OfLearner(Asked asked) => asked.Caller switch
    {
        { Learner: { } learner } => new($"learner {learner}", _tariffs[asked.Cost], IsOfOne: true),
        { Address: { } address } => new($"nameless {address}", _tariffs[asked.Cost], Scale / Tariff.NamelessPart),
        _ => null,
    };

    private Share? OfAddress(Asked asked) => asked.Caller.Address is { } address ? new(address, _tariffs[asked.Cost], Scale) : null;

    private Share? OfNewcomersAtAddress(Asked asked) => asked.Caller is { IsKnown: false, Address: { } address } && IsShared(asked.Cost)
        ? new($"newcomers {address}", _tariffs[asked.Cost], Scale * NewcomersPart)
        : null;

    private Share? OfNewcomers(Asked asked) => asked.Caller is { IsKnown: false, Address: not null } && IsShared(asked.Cost)
        ? new("newcomers", _tariffs[asked.Cost], Scale * _options.Addresses * NewcomersPart)
        : null;

    private Share? OfSite(Asked asked) =>
        asked.Caller.Address is not null && IsShared(asked.Cost) ? new("site", _tariffs[asked.Cost], Scale * _options.Addresses) : null;

    /// <summary>Other addresses cannot keep the operator out.</summary>
    private static bool IsShared(Cost cost) => cost != Cost.Operate;

    private double Scale => (double)_options.LearnersPerAddress / Tariff.Classroom;

    private static RateLimitPartition<Key> Rate(Cost cost, Share share) => RateLimitPartition.GetTokenBucketLimiter(new Key(cost, share.Name), _ =>
    {
        var perMinute = share.PerMinute;
        return new()
        {
            TokenLimit = share.Burst,
            TokensPerPeriod = Math.Max(1, (int)(perMinute / SecondsOfMinute)),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, SecondsOfMinute / perMinute)),
            QueueLimit = 0,
        };
    });

    private static RateLimitPartition<Key> UnderWay(Cost cost, Share share)
    {
        var key = new Key(cost, share.Name);
        return share.UnderWay is { } most
            ? RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = most, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(key);
    }

    private readonly record struct Asked(Cost Cost, Caller Caller);

    private readonly record struct Key(Cost Cost, string Name);

    /// <summary>A shared budget, never less than one learner's.</summary>
    private sealed record Share(string Name, Tariff Tariff, double Scale = 1, bool IsOfOne = false)
    {
        public int Burst => IsOfOne ? Tariff.Burst : Math.Max(Tariff.Burst, (int)(Tariff.AddressBurst * Scale));

        public double PerMinute => IsOfOne ? Tariff.PerMinute : Math.Max(Tariff.PerMinute, Tariff.AddressPerMinute * Scale);

        public int? UnderWay => IsOfOne ? Tariff.UnderWay
            : Tariff is { UnderWay: { } one, AddressUnderWay: { } all } ? Math.Max(one, (int)(all * Scale)) : null;
    }
}
