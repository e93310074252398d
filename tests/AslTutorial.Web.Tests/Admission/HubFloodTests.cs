using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>Floods of connections and of what comes over one of them, beside a learner with a cookie behind the same address.</summary>
public sealed class HubFloodTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watches_OfARunThatIsNotThere_AreAnsweredWithoutAnExceptionAndThenCutOff()
    {
        await using var site = await TestSite.StartAsync();
        await using var browser = await RawBrowser.ConnectAsync(site);

        await browser.CallAsync("Watch", Guid.NewGuid());
        var answer = await browser.NextAsync();

        answer.TryGetProperty("error", out _).ShouldBeFalse();
        answer.GetProperty("type").GetInt32().ShouldBe(3);

        var cut = await Should.ThrowAsync<Exception>(async () =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                await browser.CallAsync("Watch", Guid.NewGuid());
                if (i % 100 == 99)
                {
                    await browser.NextAsync();
                }
            }

            while (true)
            {
                (await browser.NextAsync()).TryGetProperty("error", out _).ShouldBeFalse();
            }
        });
        cut.ShouldNotBeOfType<ShouldAssertException>();
        using var honest = await site.ReturningAsync();
        using var page = await honest.GetAsync(new Uri("/api/lessons", UriKind.Relative), Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Hub_OfAnAddressThatTheOperatorBlocks_EndsAlsoForWhomOnlyListens()
    {
        await using var site = await TestSite.StartAsync();
        var run = await site.BeginAsync("ada");
        await using var browser = await RawBrowser.ConnectAsync(site);
        await browser.CallAsync("Watch", run.Id);
        (await browser.NextAsync()).GetProperty("type").GetInt32().ShouldBe(3);

        site.Services.GetRequiredService<AddressBlocks>().Block("127.0.0.1", TimeSpan.FromMinutes(10));

        var cut = await Should.ThrowAsync<Exception>(async () =>
        {
            while (true)
            {
                await browser.NextAsync().WaitAsync(TimeSpan.FromSeconds(60), Cancel);
            }
        });
        cut.ShouldNotBeOfType<TimeoutException>();
    }

    [Theory]
    [InlineData("Unwatch")]
    [InlineData("Nothing")]
    public async Task Calls_OfAHubThatAreNoWatches_CountToo(string method)
    {
        const int MoreThanRequests = 200;
        await using var site = TestSite.StartWith(services => services.Configure<Tariffs>(tariffs => tariffs[Cost.Request] = new(100, 1, 100, 1)));
        await using var browser = await RawBrowser.ConnectAsync(site);

        var cut = await Should.ThrowAsync<Exception>(async () =>
        {
            for (var i = 0; i < MoreThanRequests; i++)
            {
                await browser.CallAsync(method, Guid.NewGuid());
                await browser.NextAsync();
            }

            throw new ShouldAssertException("It is never cut off.");
        });

        cut.ShouldNotBeOfType<ShouldAssertException>();
        site.Services.GetRequiredService<LastFaults>().List().ShouldNotContain(fault => fault.Category.StartsWith("Microsoft.AspNetCore.SignalR", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/hubs/training")]
    [InlineData("/hubs/training/")]
    [InlineData("/_blazor")]
    [InlineData("/_blazor/")]
    public async Task Sockets_ManyIdleFromOneAddress_AreBoundedAndALearnerStillConnects(string path)
    {
        const int Wanted = 400;
        await using var site = await TestSite.StartAsync();
        using var honest = await site.ReturningAsync();
        var sockets = new ConcurrentBag<ClientWebSocket>();
        var refused = 0;
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, Wanted), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel }, async (_, cancel) =>
            {
                var socket = new ClientWebSocket();
                sockets.Add(socket);
                try
                {
                    await socket.ConnectAsync(new UriBuilder(new Uri(site.Address, path)) { Scheme = "ws" }.Uri, cancel);
                }
                catch (WebSocketException e)
                {
                    e.Message.ShouldContain("429");
                    Interlocked.Increment(ref refused);
                }
            });

            (Wanted - refused).ShouldBeLessThanOrEqualTo(100);
            using var own = new ClientWebSocket();
            own.Options.SetRequestHeader("Cookie", honest.DefaultRequestHeaders.GetValues("Cookie").Single());
            await own.ConnectAsync(new UriBuilder(new Uri(site.Address, path)) { Scheme = "ws" }.Uri, Cancel);
            own.State.ShouldBe(WebSocketState.Open);
        }
        finally
        {
            foreach (var socket in sockets)
            {
                socket.Abort();
                socket.Dispose();
            }
        }
    }
}
