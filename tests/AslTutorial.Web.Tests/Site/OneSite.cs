using AslTutorial.Web.Persistence;
using AslTutorial.Web.Trainers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Site;

/// <summary>One site for all tests of a class: to start one for each test takes longer than most of the tests do.</summary>
public class OneSite : IAsyncDisposable
{
    private readonly Lazy<TestSite> _site;

    public OneSite()
        : this([])
    {
    }

    // Started by the first test: a fixture cannot be skipped where there is no PostgreSQL. And nobody waits for a trainer that a test has ended.
    protected OneSite((string Name, string Value)[] settings) =>
        _site = new(() => TestSite.StartAsync([("Runs:ReconnectSeconds", "0"), .. settings]).GetAwaiter().GetResult());

    internal TestSite Site => _site.Value;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_site.IsValueCreated)
        {
            await _site.Value.DisposeAsync();
        }
    }
}

/// <summary>
/// Tests that share a site, each with learners and trainers of its own. None leaves a run or a trainer to the next, nor does what the one's
/// trainers have computed answer the other's orders.
/// </summary>
public abstract class OneSiteTests(OneSite one) : IAsyncDisposable
{
    /// <summary>What a program has computed is kept for the same program only.</summary>
    private readonly string _program = Guid.NewGuid().ToString("n");

    // Not before a test asks, and by one thread if several do at once: each would have a learner of its own.
    private readonly Lazy<TestSite> _site = new(() => one.Site.As(Guid.NewGuid().ToString("n")));

    /// <summary>The site, for this test's learner.</summary>
    private protected TestSite Site => _site.Value;

    private protected string Learner => Site.Learner;

    /// <summary>Somebody else.</summary>
    private protected string Other { get; } = Guid.NewGuid().ToString("n");

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_site.IsValueCreated)
        {
            await Eventually.ShouldBeTrueAsync(
                async () => Site.Services.GetRequiredService<TrainerRegistry>().All.Count == 0 && await EndRunsAsync(Site),
                "the trainers are gone and the runs have ended");
        }
    }

    /// <summary>Connected, and waiting for an order.</summary>
    private protected Task<FakeTrainer> TrainerAsync() => FakeTrainer.ReadyAsync(Site, _program);

    /// <summary>Whether all have ended; those that can be are cancelled.</summary>
    private static async Task<bool> EndRunsAsync(TestSite site)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync();
        var open = await db.Runs.AsNoTracking()
            .Where(run => run.State == RunState.Queued || run.State == RunState.Running || run.State == RunState.Paused)
            .Select(run => new { run.Id, run.LearnerId, IsHeld = run.State == RunState.Running && run.ComputedAt == null })
            .ToListAsync();

        // What a trainer has held waits again in a moment.
        foreach (var run in open.Where(run => !run.IsHeld))
        {
            await site.Runs.CancelAsync(run.LearnerId, run.Id);
        }

        return open.Count == 0;
    }
}
