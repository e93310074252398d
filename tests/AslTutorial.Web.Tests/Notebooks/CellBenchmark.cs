using System.Diagnostics;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Notebooks;

/// <summary>What a cell takes in the real trainer, and what the way there and back and the notebook add to it.</summary>
public sealed class CellBenchmark(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Run_OneCell_TheProgramTheHubAndTheNotebook()
    {
        const int Times = 50;
        using var data = new TestFolder();
        await using var site = await ReadySite.StartAsync(data);
        await site.RunAllAsync("setup", "load", "peek");

        // Those that keep nothing: the same order would be executed once.
        ICellOrders orders = site.Services.GetRequiredService<CellOrders>();
        foreach (var cell in new[] { "setup", "peek-shape", "peek" })
        {
            var (hub, notebook, program) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i < Times; i++)
            {
                hub.Add(await TimeAsync(async () => program.Add((await orders.RunAsync(new(NotebookSite.Lesson, cell, []), Cancel)).Result!.Milliseconds)));
                notebook.Add(await TimeAsync(() => site.RunAllAsync(cell)));
            }

            output.WriteLine(
                $"{cell}: median {Median(program):0.00} ms the program, {Median(hub):0.0} ms over the hub, {Median(notebook):0.0} ms in the notebook, database included");
        }

        static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

        static async Task<double> TimeAsync(Func<Task> call)
        {
            var begun = Stopwatch.GetTimestamp();
            await call();
            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
    }
}
