using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>A node whose PostgreSQL and Redis are gone.</summary>
public sealed class LostServersTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Node_AskedToEnd_EndsAndDoesNotWaitForThem(bool hasNoticed)
    {
        await using var site = await ClusterSite.StartAsync(nodes: 1, []);
        await site.LoseServersAsync();
        if (hasNoticed)
        {
            await SiteHealth.UntilNotReadyAsync(site.Nodes[0].Address);
        }

        // It fails if the node does not end: Redis' client alone waits without a limit.
        await site.Nodes[0].StopAsync();
    }
}
