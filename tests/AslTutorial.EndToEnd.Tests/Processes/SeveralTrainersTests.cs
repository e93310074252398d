using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Processes;

public sealed class SeveralTrainersTests : IDisposable
{
    private const int Epochs = 4;

    /// <summary>As many as may be: they outlast everything else here.</summary>
    private const int ManyEpochs = 200;

    private readonly TemporaryDirectory _folder = new();

    [Fact]
    public async Task TwoTrainers_OneKilledWhileBothTrain_TheOthersRunNeverStopsAndItsOwnGoesOn()
    {
        var data = Path.Combine(_folder.Path, "data");
        TinyDataSet.WriteTo(data, trainRows: 960);
        await using var site = await SiteProcess.StartAsync(Path.Combine(_folder.Path, "storage"), data, "--AslTutorial:Trainer:Device=cpu,cpu");
        using var ada = new RunsOverHttp(site.Address);
        using var bob = new RunsOverHttp(site.Address);
        var both = await SiteHealth.TrainersAsync(site.Address, lines => lines.Count == 2 && lines.All(l => l.State == "idle"));
        both.Select(l => l.Id).ShouldBe(["local", "local-2"]);
        both.Select(l => l.Process).ShouldBeUnique();

        // One alone, so that it is known which process it is in.
        var kept = await ada.StartAsync(ManyEpochs);
        await ada.UntilAsync(kept, r => RunsOverHttp.StateOf(r) == "running");
        var busy = (await SiteHealth.TrainersAsync(site.Address, lines => lines.Count(l => l.State == "busy") == 1)).Single(l => l.State == "busy");
        var killed = await bob.StartAsync(Epochs);
        var victim = (await SiteHealth.TrainersAsync(site.Address, lines => lines.All(l => l.State == "busy"))).Single(l => l.Id != busy.Id);
        await bob.UntilAsync(killed, r => RunsOverHttp.EpochsOf(r).Count >= 1);
        RunsOverHttp.StateOf(await bob.GetAsync(killed)).ShouldBe("running");
        var meanwhile = await ada.GetAsync(kept);
        RunsOverHttp.StateOf(meanwhile).ShouldBe("running");

        Unix.Kill(victim.Process!.Value);

        await bob.UntilAsync(killed, r => r.GetProperty("interruptions").GetInt32() == 1);
        var resumed = await bob.UntilAsync(killed, r => RunsOverHttp.StateOf(r) == "completed");
        RunsOverHttp.EpochsOf(resumed).ShouldBe(Enumerable.Range(0, Epochs));
        var undisturbed = await ada.UntilAsync(kept, r => RunsOverHttp.EpochsOf(r).Count > Math.Max(Epochs, RunsOverHttp.EpochsOf(meanwhile).Count));
        RunsOverHttp.StateOf(undisturbed).ShouldBe("running");
        undisturbed.GetProperty("interruptions").GetInt32().ShouldBe(0);

        // Both began with the same seed: being interrupted has changed nothing.
        RunsOverHttp.LossesOf(resumed).ShouldBe(RunsOverHttp.LossesOf(undisturbed).Take(Epochs));
        var after = await SiteHealth.TrainersAsync(site.Address, lines => lines.Any(l => l.State == "idle"));
        after.Single(l => l.Id == busy.Id).ShouldBe(busy);
        after.Single(l => l.Id == victim.Id).ShouldSatisfyAllConditions(
            l => l.Restarts.ShouldBe(1),
            l => l.Process.ShouldNotBe(victim.Process));
        (await bob.IsAliveAsync()).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();
}
