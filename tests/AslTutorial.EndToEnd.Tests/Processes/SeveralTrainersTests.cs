using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Processes;

public sealed class SeveralTrainersTests : IDisposable
{
    private const int Epochs = 6;

    /// <summary>Long enough to outlast the death of the other.</summary>
    private const int ManyEpochs = 30;

    private readonly TemporaryDirectory _folder = new();

    [Fact]
    public async Task TwoTrainers_OneKilledWhileBothTrain_TheOthersRunNeverStopsAndItsOwnGoesOn()
    {
        var data = Path.Combine(_folder.Path, "data");
        TinyDataSet.WriteTo(data);
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
        var training = await SiteHealth.TrainersAsync(site.Address, lines => lines.All(l => l.State == "busy"));
        var victim = training.Single(l => l.Id != busy.Id);
        await bob.UntilAsync(killed, r => RunsOverHttp.EpochsOf(r).Count >= 1);
        RunsOverHttp.StateOf(await ada.GetAsync(kept)).ShouldBe("running");
        RunsOverHttp.StateOf(await bob.GetAsync(killed)).ShouldBe("running");

        Unix.Kill(victim.Process!.Value);

        await bob.UntilAsync(killed, r => r.GetProperty("interruptions").GetInt32() == 1);
        var undisturbed = await ada.UntilAsync(kept, r => RunsOverHttp.StateOf(r) == "completed");
        undisturbed.GetProperty("interruptions").GetInt32().ShouldBe(0);
        RunsOverHttp.EpochsOf(undisturbed).ShouldBe(Enumerable.Range(0, ManyEpochs));
        var resumed = await bob.UntilAsync(killed, r => RunsOverHttp.StateOf(r) == "completed");
        RunsOverHttp.EpochsOf(resumed).ShouldBe(Enumerable.Range(0, Epochs));

        // Both began with the same seed: being interrupted has changed nothing.
        RunsOverHttp.LossesOf(resumed).ShouldBe(RunsOverHttp.LossesOf(undisturbed).Take(Epochs));
        var after = await SiteHealth.TrainersAsync(site.Address, lines => lines.All(l => l.State == "idle"));
        after.Single(l => l.Id == busy.Id).ShouldBe(busy with { State = "idle" });
        after.Single(l => l.Id == victim.Id).ShouldSatisfyAllConditions(
            l => l.Restarts.ShouldBe(1),
            l => l.Process.ShouldNotBe(victim.Process));
        (await bob.IsAliveAsync()).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();
}
