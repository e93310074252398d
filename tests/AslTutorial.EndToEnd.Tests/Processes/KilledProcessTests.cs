using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Processes;

public sealed class KilledProcessTests : IDisposable
{
    private const int Epochs = 5;

    private readonly TemporaryDirectory _folder = new();

    private string Storage => Path.Combine(_folder.Path, "storage");

    private string Data => Path.Combine(_folder.Path, "data");

    [Fact]
    public async Task TrainerKilled_InMidRun_SiteStaysUpAndTheRunResumes()
    {
        TinyDataSet.WriteTo(Data);
        await using var site = await SiteProcess.StartAsync(Storage, Data);
        using var runs = new RunsOverHttp(site.Address);
        var trainer = await SiteHealth.TrainerProcessAsync(site.Address);
        var run = await runs.StartAsync(Epochs);
        await runs.UntilAsync(run, r => RunsOverHttp.EpochsOf(r).Count >= 2);

        Unix.Kill(trainer);

        // The count and not the state: a trainer that is quickly back leaves the run queued for less than a poll.
        await runs.UntilAsync(run, r => r.GetProperty("interruptions").GetInt32() == 1);
        (await runs.IsAliveAsync()).ShouldBeTrue();
        var resumed = await runs.UntilAsync(run, r => RunsOverHttp.StateOf(r) == "completed");
        RunsOverHttp.EpochsOf(resumed).ShouldBe(Enumerable.Range(0, Epochs));
        (await SiteHealth.TrainerProcessAsync(site.Address, not: trainer)).ShouldNotBe(trainer);

        // As if nothing had happened: a run that was not disturbed comes to the same numbers.
        var again = await runs.StartAsync(Epochs);
        var undisturbed = await runs.UntilAsync(again, r => RunsOverHttp.StateOf(r) == "completed");
        RunsOverHttp.LossesOf(resumed).ShouldBe(RunsOverHttp.LossesOf(undisturbed));
    }

    [Fact]
    public async Task SiteKilled_InMidRun_TrainerEndsAndTheRunResumesAfterARestart()
    {
        TinyDataSet.WriteTo(Data);
        Guid run;
        int trainer;
        List<double> before;
        await using (var site = await SiteProcess.StartAsync(Storage, Data))
        {
            using var runs = new RunsOverHttp(site.Address);
            trainer = await SiteHealth.TrainerProcessAsync(site.Address);
            run = await runs.StartAsync(Epochs);
            before = RunsOverHttp.LossesOf(await runs.UntilAsync(run, r => RunsOverHttp.EpochsOf(r).Count >= 2));

            Unix.Kill(Unix.ParentOf(trainer));

            await Unix.ShouldEndAsync(trainer);
        }

        await using var restarted = await SiteProcess.StartAsync(Storage, Data);
        using var later = new RunsOverHttp(restarted.Address);
        var resumed = await later.UntilAsync(run, r => RunsOverHttp.StateOf(r) == "completed");
        RunsOverHttp.EpochsOf(resumed).ShouldBe(Enumerable.Range(0, Epochs));
        RunsOverHttp.LossesOf(resumed).Take(before.Count).ShouldBe(before);
        resumed.GetProperty("interruptions").GetInt32().ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();
}
