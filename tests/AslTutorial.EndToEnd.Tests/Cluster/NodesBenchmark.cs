using System.Diagnostics;
using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>
/// Prints how long checks and cells take on one node and on two under the same load, on the same machine. It judges nothing, so it
/// runs only when asked for: see docs/benchmarks.md.
/// </summary>
public sealed class NodesBenchmark(ITestOutputHelper output)
{
    private static readonly string[] Settings =
        ["--AllowedHosts=*", "--AslTutorial:Exercises:ChecksPerMinute=10000", "--AslTutorial:Admission:LearnersPerAddress=600"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Learners_AtWork_PrintsMilliseconds(int nodes)
    {
        await using var site = await ClusterSite.StartAsync(nodes, Settings);
        var script = Path.Combine(BuildFacts.RepositoryRoot, "tests", "benchmarks", "work.mjs");
        var start = new ProcessStartInfo("node", [script, .. site.Nodes.Select(node => node.Address.ToString())]) { RedirectStandardOutput = true };
        using var load = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");

        while (await load.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            output.WriteLine($"{nodes} node(s) {line}");
        }

        await load.WaitForExitAsync(Cancel);
        load.ExitCode.ShouldBe(0);
    }
}
