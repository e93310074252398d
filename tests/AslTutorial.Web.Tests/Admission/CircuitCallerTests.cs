using System.Security.Claims;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>Events of a page that is open, more of them than are taken.</summary>
public sealed class CircuitCallerTests
{
    private const int Burst = 5;
    private const string Address = "192.0.2.7";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private readonly FakeTimeProvider _time = new();
    private readonly List<Refusal> _said = [];
    private int _carriedOut;

    [Fact]
    public async Task Events_MoreThanTheBudget_WaitUntilTheyAreGrantedAndNotOnlyForATime()
    {
        await using var site = Start();
        var events = Open(site);
        for (var i = 0; i < Burst + 3; i++)
        {
            _ = events();
        }

        _carriedOut.ShouldBe(Burst);
        var asked = Refused();
        for (var i = 0; i < 3; i++)
        {
            // The budget has a clock of its own, by which nothing has come back.
            var before = asked;
            await Eventually.ShouldBeTrueAsync(
                () =>
                {
                    _time.Advance(Long);
                    return (asked = Refused()) > before;
                },
                "the first that waits has asked again");
        }

        _carriedOut.ShouldBe(Burst);

        long Refused() => site.Services.GetRequiredService<Visitors>().LastHour.Single(visitor => visitor.Address == Address).Refused;
    }

    [Fact]
    public async Task Events_MoreThanMayWait_EndTheCircuit()
    {
        const int MayWait = 32;
        await using var site = Start();
        var events = Open(site);
        var waiting = Enumerable.Range(0, Burst + MayWait).Select(_ => events()).ToList();

        await Should.ThrowAsync<InvalidOperationException>(events);

        waiting.Count(one => one.IsCompletedSuccessfully).ShouldBe(Burst);
        waiting.ShouldAllBe(one => !one.IsFaulted);
        _carriedOut.ShouldBe(Burst);
    }

    [Fact]
    public async Task Events_OfABlockedAddress_AreDroppedAtOnceAndItIsSaidOnce()
    {
        await using var site = Start();
        site.Services.GetRequiredService<AddressBlocks>().Block(Address, Long);
        var events = Open(site);

        for (var i = 0; i < 100; i++)
        {
            await events().WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }

        _carriedOut.ShouldBe(0);
        _said.ShouldHaveSingleItem().Reason.ShouldBe(RefusalReason.Blocked);
    }

    private static TestSite Start() => TestSite.StartWith(services =>
        services.Configure<Tariffs>(tariffs => tariffs[Cost.Request] = new(Burst, 1, 1_000, 1_000)));

    /// <summary>An event of a page of its own.</summary>
    private Func<Task> Open(TestSite site)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(LearnerClaims.Id, "ada"), new Claim(CircuitCaller.Address, Address)], "test"));
        var page = ActivatorUtilities.CreateInstance<PageRefusals>(site.Services);
        page.Said += _ => _said.Add(new(RefusalReason.Blocked, Long));
        var handler = new CircuitCaller(
            new Reader(user), site.Services.GetRequiredService<LearnerBook>(), site.Services.GetRequiredService<AdmissionDesk>(), page, _time);
        var inbound = handler.CreateInboundActivityHandler(_ =>
        {
            Interlocked.Increment(ref _carriedOut);
            return Task.CompletedTask;
        });
        return () => inbound(null!);
    }

    private sealed class Reader(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));
    }
}
