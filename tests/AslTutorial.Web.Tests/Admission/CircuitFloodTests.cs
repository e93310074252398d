using System.Net;
using AslTutorial.Tests.Shared;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>Pages that are open, over real sockets: each has a circuit as a browser would have it.</summary>
public sealed class CircuitFloodTests
{
    private const int Burst = 300;
    private const int Flood = 5_000;
    private const int MaxLines = 200;

    /// <summary>Fewer than a learner may ask for in a minute.</summary>
    private const int Checks = 20;

    private const string Click = "click";
    private const string Answers = """{"gaps":{"label":"'labels'","channels":"1","width":"28","height":"28"}}""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Calls of a circuit's hub, with what makes them nonsense that the site answers or drops.</summary>
    public static TheoryData<string, object?[]> Calls => new()
    {
        { Click, [] },
        { "EndInvokeJSFromDotNet", [1_000_000L, true, "[1000000,true,null]"] },
        { "OnRenderCompleted", [1_000_000L, null] },
        { "ConnectCircuit", ["no-such-circuit"] },
        { "NoSuchMethod", ["x"] },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Calls_OfAnOpenPageInAFlood_EndItAndTheOthersAreServed(string method, object?[] arguments)
    {
        await using var site = Start();
        var log = LogWatch.Of(site);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var honest = site.Client();
        await using var neighbour = await OpenPage.OpenAsync(new Uri(site.Address, "/lessons/cnn"), Cancel);
        await using var page = await OpenPage.OpenAsync(new Uri(site.Address, "/lessons/cnn"), Cancel);
        (await CheckAsync(honest)).ShouldBe(HttpStatusCode.OK);
        var before = log.LinesFrom(LogLevel.Warning).Count;

        var flood = FloodAsync(page, method, arguments);
        for (var i = 0; i < Checks; i++)
        {
            (await CheckAsync(honest)).ShouldBe(HttpStatusCode.OK);
        }

        await flood;

        // What was carried out of it is what the budget has; what was logged, a few lines whatever its length.
        await page.Ended.WaitAsync(Patience, Cancel);
        page.Answered.Count.ShouldBeLessThanOrEqualTo(Burst);
        (log.LinesFrom(LogLevel.Warning).Count - before).ShouldBeLessThan(MaxLines);

        // The page beside it is open, and answered.
        neighbour.IsOpen.ShouldBeTrue();
        await neighbour.ClickAsync("after", Cancel);
        await Eventually.ShouldBeTrueAsync(() => neighbour.Answered.Contains("after"), "another page's click is answered", Patience);
    }

    [Fact]
    public async Task Clicks_WithinTheBudget_AreAllAnsweredInTheirOrder()
    {
        const int Clicks = 50;
        await using var site = Start();
        await using var page = await OpenPage.OpenAsync(new Uri(site.Address, "/lessons/cnn"), Cancel);
        var names = Enumerable.Range(0, Clicks).Select(i => $"{i}").ToList();

        foreach (var name in names)
        {
            await page.ClickAsync(name, Cancel);
        }

        await Eventually.ShouldBeTrueAsync(() => page.Answered.Count == Clicks, "every click is answered", Patience);
        page.Answered.ShouldBe(names);
        page.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Page_OfAnAddressThatTheOperatorBlocks_DoesNothingMoreUntilItIsLetInAgain()
    {
        const int Clicks = 50;
        await using var site = Start();
        await using var page = await OpenPage.OpenAsync(new Uri(site.Address, "/lessons/cnn"), Cancel);
        await page.ClickAsync("before", Cancel);
        await Eventually.ShouldBeTrueAsync(() => page.Answered.Contains("before"), "the click is answered", Patience);
        var blocks = site.Services.GetRequiredService<AddressBlocks>();
        var visitors = site.Services.GetRequiredService<Visitors>();

        blocks.Block("127.0.0.1", TimeSpan.FromMinutes(10));
        for (var i = 0; i < Clicks; i++)
        {
            await page.ClickAsync($"blocked {i}", Cancel);
        }

        await Eventually.ShouldBeTrueAsync(() => visitors.LastHour.Single().Refused >= Clicks, "every click is refused", Patience);
        using var client = site.Client();
        using var other = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        other.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        blocks.Unblock("127.0.0.1").ShouldBeTrue();
        await page.ClickAsync("after", Cancel);
        await Eventually.ShouldBeTrueAsync(() => page.Answered.Contains("after"), "the click is answered", Patience);
        page.Answered.ShouldBe(["before", "after"]);
    }

    [Theory]
    [InlineData("ConnectCircuit", "no-such-circuit")]
    [InlineData("NoSuchMethod", "x")]
    public async Task Circuit_OfAnAddressThatTheOperatorBlocks_EndsAtItsNextCallThatIsNoEvent(string method, string argument)
    {
        await using var site = Start();
        await using var page = await OpenPage.OpenAsync(new Uri(site.Address, "/lessons/cnn"), Cancel);

        site.Services.GetRequiredService<AddressBlocks>().Block("127.0.0.1", TimeSpan.FromMinutes(10));
        await page.SendAsync(method, [argument], Cancel);

        await page.Ended.WaitAsync(Patience, Cancel);
    }

    /// <summary>Learners have a small budget, which hardly refills, and addresses all that they ask for.</summary>
    private static TestSite Start() => TestSite.StartWith(services => services.Configure<Tariffs>(tariffs =>
    {
        tariffs[Cost.Request] = new(Burst, 1, 100_000, 100_000);
        tariffs[Cost.Check] = new(100_000, 100_000, 100_000, 100_000, UnderWay: 20, AddressUnderWay: 240);
    }));

    private static async Task FloodAsync(OpenPage page, string method, object?[] arguments)
    {
        try
        {
            for (var i = 0; i < Flood && page.IsOpen; i++)
            {
                await (method == Click ? page.ClickAsync($"{i}", Cancel) : page.SendAsync(method, arguments, Cancel));
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !Cancel.IsCancellationRequested)
        {
            // The connection has been ended between two calls.
        }
    }

    private static async Task<HttpStatusCode> CheckAsync(HttpClient client)
    {
        using var content = new StringContent(Answers, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/lessons/cnn/exercises/dataset/check", UriKind.Relative), content, Cancel);
        return answer.StatusCode;
    }
}
