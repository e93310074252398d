using System.Diagnostics;
using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>A node whose PostgreSQL and Redis are gone.</summary>
public sealed class LostServersTests
{
    /// <summary>Twice what the site allows itself, because other tests have the processors too.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Node_AskedToEnd_EndsInSeconds(bool hasNoticed)
    {
        await using var site = await ClusterSite.StartAsync(nodes: 1, []);
        await site.LoseServersAsync();
        if (hasNoticed)
        {
            await SiteHealth.UntilNotReadyAsync(site.Nodes[0].Address);
        }

        var asked = Stopwatch.GetTimestamp();
        await site.Nodes[0].StopAsync();

        Stopwatch.GetElapsedTime(asked).ShouldBeLessThan(Longest, site.Nodes[0].Output);
    }
}
