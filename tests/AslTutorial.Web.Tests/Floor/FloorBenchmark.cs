using System.Diagnostics;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Floor;

/// <summary>What it costs that runs have their owner in a grain: reports as a trainer's hub gives them, beside the same without the grain.</summary>
public sealed class FloorBenchmark(ITestOutputHelper output)
{
    private const int Warm = 2_000;
    private const int Asked = 20_000;

    private static readonly BatchProgress Progress = new(0, 1, 858, 0.5, 0.5, 100, 1);

    [Fact(Explicit = true)]
    public async Task Report_OfAnEndedRun_WithoutTheGrainHereAndOnTheOtherNode()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var lease = new RunLease(Guid.NewGuid(), 1);
        var reports = nodes.First.Services.GetRequiredService<RunReports>();
        var (here, there) = (nodes.First.Services.GetRequiredService<FloorLink>(), nodes.Second.Services.GetRequiredService<FloorLink>());

        output.WriteLine($"a batch, without the grain: {await MeasureAsync(() => Task.FromResult(reports.Batch(lease, Progress))):0.0} us");
        output.WriteLine($"a question, its own node: {await MeasureAsync(() => here.CallAsync(floor => floor.FindAsync([lease.RunId]))):0.0} us");
        output.WriteLine($"a question, the other node: {await MeasureAsync(() => there.CallAsync(floor => floor.FindAsync([lease.RunId]))):0.0} us");
        output.WriteLine($"a batch, its own node: {await MeasureAsync(() => SendAsync(here)):0.0} us");
        output.WriteLine($"a batch, the other node: {await MeasureAsync(() => SendAsync(there)):0.0} us");

        async Task<bool> SendAsync(FloorLink floor)
        {
            await floor.Grain.BatchAsync(lease, Progress);
            return true;
        }
    }

    private static async Task<double> MeasureAsync<T>(Func<Task<T>> ask)
    {
        for (var i = 0; i < Warm; i++)
        {
            await ask();
        }

        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < Asked; i++)
        {
            await ask();
        }

        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds / Asked;
    }
}
