using System.Net;
using System.Net.Http.Headers;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>What is kept for those who were here before, and whose address a budget counts.</summary>
public sealed class BudgetsTests
{
    private const string Key = "the-operators-own-key";
    private const string Run = """{"epochs":1,"trainLimit":64,"fresh":true}""";
    private const int OfOperators = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Newcomers_UsedUpTheirPart_LeaveAQuarterToThoseWhoWereHereBefore(bool atOneAddress)
    {
        const int All = 400;
        var tariffs = new Tariffs { [Cost.Run] = new(10, 0.001, All, 0.001) };
        // It is the address' budget that they meet, or, each from an address of its own, the site's.
        using var budgets = new Budgets(Options.Create(new AdmissionOptions { Addresses = atOneAddress ? 10 : 1 }), Options.Create(tariffs));

        Taken(isKnown: false).ShouldBe(All * 3 / 4);
        Taken(isKnown: true).ShouldBe(All / 4);

        int Taken(bool isKnown)
        {
            var taken = 0;
            for (var i = 0; i < 2 * All; i++)
            {
                var learner = $"{isKnown} {i}";
                using var lease = budgets.Take(Cost.Run, new Caller(atOneAddress ? "a school" : learner, learner, isKnown), 1);
                taken += lease.IsAcquired ? 1 : 0;
            }

            return taken;
        }
    }

    [Fact]
    public async Task LearnerWhoWasHereBefore_WhileNewcomersHaveUsedUpTheirPart_IsServed()
    {
        const int Site = 40;
        await using var site = TestSite.StartWith(services =>
        {
            services.Configure<AdmissionOptions>(options => options.Addresses = 1);
            services.Configure<Tariffs>(tariffs => tariffs[Cost.Run] = new(4, 0.001, Site, 0.001));
        });
        using var known = await KnownAsync(site);
        using var newcomer = site.Client(keepCookies: false);

        var newcomers = new List<HttpStatusCode>();
        for (var i = 0; i < Site; i++)
        {
            newcomers.Add(await OrderAsync(newcomer, $"198.51.100.{i}"));
        }

        newcomers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        (await OrderAsync(newcomer, "203.0.113.1")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await OrderAsync(known, "192.0.2.1")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Clear_AfterARestartInAFloodOfOrders_EmptiesTheQueueForAnHonestOrder()
    {
        const int Queue = 8;
        using var folder = new TestFolder();
        (string, string)[] settings = [("Runs:Queue", $"{Queue}"), ("Runs:PerLearner", "1"), ("Operate:Key", Key)];
        int port;
        await using (var site = TestSite.StartOn(folder, port: 0, settings))
        {
            port = site.Address.Port;
            await FillAsync(site);
        }

        await using var again = TestSite.StartOn(folder, port, settings);
        await FillAsync(again);
        using var honest = again.Client();
        (await OrderAsync(honest, "192.0.2.1")).ShouldBe(HttpStatusCode.TooManyRequests);
        var waiting = await WaitingAsync(again);
        waiting.ShouldBeGreaterThan(0);

        using var operating = again.Client(keepCookies: false);
        operating.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var none = new FormUrlEncodedContent([]);
        using var cleared = await operating.PostAsync(new Uri("/operate/clear", UriKind.Relative), none, Cancel);

        (await cleared.Content.ReadAsStringAsync(Cancel)).ShouldBe($"Cancelled {waiting} waiting runs.");
        (await WaitingAsync(again)).ShouldBe(0);
        (await OrderAsync(honest, "192.0.2.1")).ShouldBe(HttpStatusCode.Created);

        // Until one of its addresses is refused too, for lack of room.
        async Task FillAsync(TestSite site)
        {
            using var flood = site.Client(keepCookies: false);
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < 2 * Queue; i++)
            {
                answers.Add(await OrderAsync(flood, $"198.51.100.{i}"));
            }

            answers.ShouldContain(HttpStatusCode.TooManyRequests);
        }
    }

    [Fact]
    public async Task Address_ForwardedByAProxyThatIsNamed_IsWhatTheBudgetCounts()
    {
        await using var site = await TestSite.StartAsync(("Operate:Key", Key), ("Proxy:Trusted", "127.0.0.1"));

        (await UsedUpAsync(site, _ => "198.51.100.7")).ShouldBeTrue();
        (await AskAsync(site, "198.51.100.8")).ShouldBe(HttpStatusCode.OK);

        // A caller writes what it likes in front of what the proxy adds; and a household is one network.
        (await UsedUpAsync(site, i => $"203.0.113.{i}, 198.51.100.9")).ShouldBeTrue();
        (await UsedUpAsync(site, i => $"2001:db8::{i + 1:x}")).ShouldBeTrue();
        (await AskAsync(site, "2001:db8:0:1::1")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData("")]
    public async Task Address_ForwardedByAnybodyElse_DoesNotCount(string trusted)
    {
        await using var site = await TestSite.StartAsync(("Operate:Key", Key), ("Proxy:Trusted", trusted));

        (await UsedUpAsync(site, i => $"198.51.100.{i}")).ShouldBeTrue();

        site.Services.GetRequiredService<Visitors>().LastHour.ShouldHaveSingleItem().Address.ShouldBe("127.0.0.1");
    }

    /// <summary>A learner who was here an hour ago.</summary>
    private static async Task<HttpClient> KnownAsync(TestSite site)
    {
        var (id, now) = (LearnerCookie.NewId(), DateTimeOffset.UtcNow);
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        db.Learners.Add(new LearnerRecord { Id = id, FirstSeen = now.AddHours(-1), LastSeen = now });
        await db.SaveChangesAsync(Cancel);
        var answer = new DefaultHttpContext().Response;
        site.Services.GetRequiredService<LearnerCookie>().Write(answer, id);
        var client = site.Client(keepCookies: false);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.SetCookie.ToString().Split(';')[0]);
        return client;
    }

    /// <summary>Whether the last of more requests than an address has is refused; the operator's page has a budget by address alone.</summary>
    private static async Task<bool> UsedUpAsync(TestSite site, Func<int, string> forwarded)
    {
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 2 * OfOperators; i++)
        {
            last = await AskAsync(site, forwarded(i));
        }

        return last == HttpStatusCode.TooManyRequests;
    }

    private static async Task<HttpStatusCode> AskAsync(TestSite site, string forwarded)
    {
        using var client = site.Client(keepCookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/operate");
        request.Headers.Add("X-Forwarded-For", forwarded);
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> OrderAsync(HttpClient client, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = new StringContent(Run, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static async Task<int> WaitingAsync(TestSite site)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        return await db.Runs.CountAsync(run => run.State == RunState.Queued, Cancel);
    }
}
