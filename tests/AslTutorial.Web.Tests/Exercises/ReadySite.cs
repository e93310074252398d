using System.Diagnostics;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Exercises;

/// <summary>The real site with the real trainer, ready to run cells.</summary>
internal static class ReadySite
{
    // Loading torch takes seconds, on a busy machine more.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>On the published data set where it is beside the repository, else on a tiny one.</summary>
    public static async Task<TestSite> StartAsync(TestFolder folder, params (string Name, string Value)[] settings)
    {
        var data = Published();
        if (data is null)
        {
            TinySigns.WriteTo(folder.Path);
        }

        var site = await TestSite.StartAsync(
            [("Trainer:Start", "true"), ("Trainer:Path", TinySigns.TrainerPath), ("Trainer:Threads", "1"), ("Data:Directory", data ?? folder.Path), .. settings]);
        await site.ReadyAsync();
        return site;
    }

    /// <summary>Waits until the trainer runs cells.</summary>
    public static async Task ReadyAsync(this TestSite site)
    {
        var begun = Stopwatch.GetTimestamp();
        while ((await site.RunCellAsync("setup", "someone")).Status != CellRunStatus.Done)
        {
            Stopwatch.GetElapsedTime(begun).ShouldBeLessThan(Patience, "the trainer is ready");
            await Task.Delay(100, Cancel);
        }
    }

    public static int TrainRows(this TestSite site) =>
        site.Services.GetRequiredService<ICellOrders>().DataSet.ShouldNotBeNull().TrainRows;

    private static string? Published()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "asl"));
        return Directory.Exists(folder) ? folder : null;
    }
}
