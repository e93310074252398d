using System.Diagnostics;
using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>A class at work on two nodes, of which now the one and now the other goes.</summary>
public sealed class LostNodeTests(ITestOutputHelper output)
{
    /// <summary>ASL_KILLS for fewer.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("ASL_KILLS"), out var kills) ? kills : 10;

    private static readonly TimeSpan Back = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RunsEnd = TimeSpan.FromMinutes(5);

    /// <summary>A run may lose its trainer at each kill, before it has come to an epoch.</summary>
    private static readonly string[] Settings =
        ["--AslTutorial:Runs:MaxAttempts=100", "--AslTutorial:Exercises:ChecksPerMinute=1000"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public Task OneOfTwo_KilledTenTimes_EveryoneIsBackInSecondsAndNothingIsLostOrDoubled() => AtWorkAsync(learners: 20, pages: 4, async (site, people) =>
    {
        var random = new Random(17);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + (random.NextDouble() * 3)), Cancel);
            var node = site.Nodes[random.Next(2)];
            var moment = Stopwatch.GetTimestamp();
            await node.KillAsync();

            var times = await people.BackAsync(kill, moment);

            output.WriteLine($"kill {kill + 1}: back after {times}");
            times.Learners[^1].Waited.ShouldBeLessThan(Back);
            await node.StartAsync();
            await BothTrainAsync(site);
        }
    });

    [Fact(Explicit = true)]
    public Task OneAfterTheOther_AskedToEndAndStartedAgain_NoWordIsLost() => AtWorkAsync(learners: 8, pages: 2, async (site, people) =>
    {
        for (var number = 0; number < site.Nodes.Count; number++)
        {
            var moment = Stopwatch.GetTimestamp();
            var stopping = site.Nodes[number].StopAsync();

            var times = await people.BackAsync(number, moment);

            await stopping;
            output.WriteLine($"node {number + 1}: back after {times}");
            await site.Nodes[number].StartAsync();
            await BothTrainAsync(site);
        }
    });

    /// <summary>A node is ready by the other's trainer too: without its own, nobody would have any when that other goes next.</summary>
    private static async Task BothTrainAsync(ClusterSite site)
    {
        foreach (var node in site.Nodes)
        {
            // Each node lists the trainers of both.
            await SiteHealth.TrainersAsync(node.Address, trainers => trainers.Count == site.Nodes.Count && trainers.All(one => one.State is "idle" or "busy"));
        }
    }

    private async Task AtWorkAsync(int learners, int pages, Func<ClusterSite, ClusterClass, Task> meanwhile)
    {
        await using var site = await ClusterSite.StartAsync(Settings);
        await using var people = await ClusterClass.StartAsync(site, learners, pages);
        try
        {
            await meanwhile(site, people);
            await people.ShouldHaveEverythingAsync(RunsEnd);
        }
        catch
        {
            foreach (var node in site.Nodes)
            {
                output.WriteLine($"{node.Address}:\n{node.Output}");
            }

            throw;
        }
    }
}
