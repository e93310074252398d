using AslTutorial.Web.Admission;
using AslTutorial.Web.Hubs;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AslTutorial.Web.Tests.Hubs;

public sealed class WatchersTests(SharedSite shared)
{
    private const string Connection = "connection";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disconnected_WhileAWatchBegins_LeavesNoneBehind()
    {
        var run = SampleRuns.Running(1);
        var runs = new FakeRuns();
        runs.All.Add(run);
        using var watchers = Of(runs);
        watchers.Connected(Connection, address: null, () => { });
        runs.Watched = () => watchers.Disconnected(Connection);

        (await watchers.WatchAsync(Connection, run.Id, Cancel)).ShouldBeNull();

        runs.Watchers.ShouldBe(0);
    }

    [Fact]
    public async Task WatchAsync_ConnectionIsGone_IsNull()
    {
        using var watchers = Of(new FakeRuns());

        (await watchers.WatchAsync(Connection, Guid.NewGuid(), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Watches_OfManyWhoGoAtOnce_LogNothing()
    {
        const int Connections = 100;
        const int Calls = 10;
        LogWatch log;
        await using (var site = await TestSite.StartAsync())
        {
            var run = await site.BeginAsync("ada");
            log = LogWatch.Of(site);
            for (var i = 0; i < Connections; i++)
            {
                await using var browser = await Browser.ConnectAsync(site);
                for (var call = 0; call < Calls; call++)
                {
                    await browser.AskToWatchAsync(run.Id);
                }
            }
        }

        // A busy machine has other things to warn of, such as a late heartbeat.
        string[] ofHubs = [" Microsoft.AspNetCore.SignalR", " Microsoft.AspNetCore.Http.Connections", " AslTutorial.Web.Hubs", " AslTutorial.Web.Runs"];
        log.LinesFrom(LogLevel.Warning).Where(line => ofHubs.Any(line.Contains)).ShouldBeEmpty();
    }

    [Fact]
    public void Block_OneOfTwoAddresses_EndsTheConnectionsOfThatOneAlone()
    {
        var blocks = new AddressBlocks(TimeProvider.System);
        using var watchers = Of(new FakeRuns(), blocks);
        var ended = new List<string>();
        foreach (var address in (string[])["192.0.2.1", "192.0.2.2", "192.0.2.1"])
        {
            watchers.Connected($"{Guid.NewGuid()}", address, () => ended.Add(address));
        }

        blocks.Block("192.0.2.1", TimeSpan.FromMinutes(1));

        ended.ShouldBe(["192.0.2.1", "192.0.2.1"]);
    }

    private Watchers Of(FakeRuns runs, AddressBlocks? blocks = null) => new(
        runs,
        shared.Site.Services.GetRequiredService<IHubContext<TrainingHub, ITrainingClient>>(),
        blocks ?? new AddressBlocks(TimeProvider.System),
        TimeProvider.System,
        NullLogger<Watchers>.Instance);
}
