using System.Diagnostics;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Notebooks.Owner;

/// <summary>What it costs that a notebook has its owner in a grain, without the database: a change that comes to nothing.</summary>
public sealed class OwnerBenchmark(ITestOutputHelper output)
{
    private const int Warm = 2_000;
    private const int Asked = 10_000;

    [Fact(Explicit = true)]
    public async Task Change_ThatComesToNothing_HereAndOnTheOtherNode()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.First.TypeAsync("peek", "rows", "7");
        await nodes.Second.OpenAsync();

        output.WriteLine($"its own node: {await MeasureAsync(nodes.First):0.0} us");
        output.WriteLine($"the other node: {await MeasureAsync(nodes.Second):0.0} us");
    }

    private static async Task<double> MeasureAsync(TestSite site)
    {
        using var held = site.Services.GetRequiredService<OpenNotebooks>().Hold(new("ada", NotebookSite.Lesson));
        for (var i = 0; i < Warm; i++)
        {
            await held.Notebook.ChangeAsync(new ValueTyped("peek", "rows", "7"));
        }

        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < Asked; i++)
        {
            await held.Notebook.ChangeAsync(new ValueTyped("peek", "rows", "7"));
        }

        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds / Asked;
    }
}
