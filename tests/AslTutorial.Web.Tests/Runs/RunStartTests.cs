using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

public class RunStartTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_SettingsOutOfRange_NamesEachField()
    {
        var start = await Site.Runs.StartAsync(Learner, "cnn", new TrainingSettings(Epochs: 0, BatchSize: 5_000, LearningRate: double.NaN), Cancel);

        start.ShouldBeOfType<RunStart.Invalid>().Faults.Select(f => f.Field).ShouldBe(["epochs", "batchSize", "learningRate"]);
        (await Site.Runs.ListAsync(Learner, cancel: Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task StartAsync_MoreThanTheLearnersShare_IsOverQuota()
    {
        await using var site = await TestSite.StartAsync(("Runs:PerLearner", "2"));
        var first = await site.BeginAsync("ada");
        await site.BeginAsync("ada");

        var third = await site.Runs.StartAsync("ada", "cnn", new TrainingSettings(), Cancel);
        var other = await site.Runs.StartAsync("bob", "cnn", new TrainingSettings(), Cancel);
        (await site.Runs.CancelAsync("ada", first.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);
        var again = await site.Runs.StartAsync("ada", "cnn", new TrainingSettings(), Cancel);

        third.ShouldBe(new RunStart.OverQuota(2, QueueFull: false));
        other.ShouldBeOfType<RunStart.Accepted>();
        again.ShouldBeOfType<RunStart.Accepted>();
    }

    [Fact]
    public async Task StartAsync_QueueFull_IsOverQuota()
    {
        await using var site = await TestSite.StartAsync(("Runs:Queue", "1"));
        await site.BeginAsync("ada");

        (await site.Runs.StartAsync("bob", "cnn", new TrainingSettings(), Cancel)).ShouldBe(new RunStart.OverQuota(1, QueueFull: true));
    }

    [Fact]
    public async Task StartAsync_ManyAtOnce_NeverExceedsTheShare()
    {
        var starts = await Task.WhenAll(Enumerable.Range(0, 12).Select(seed => Task.Run(() => Site.Runs.StartAsync(Learner, "cnn", new TrainingSettings(Seed: seed), Cancel), Cancel)));

        starts.OfType<RunStart.Accepted>().Select(s => s.Run.Position).ShouldBe([1, 2, 3], ignoreOrder: true);
        starts.OfType<RunStart.OverQuota>().Count().ShouldBe(9);
    }

    [Fact]
    public async Task WatchAsync_OthersMoveInTheQueue_TellsTheNewPosition()
    {
        var first = await Site.BeginAsync(Learner);
        await Site.BeginAsync(Learner);
        var last = await Site.BeginAsync(Learner);
        last.Position.ShouldBe(3);
        var seen = new List<int?>();
        using var watch = await Site.Runs.WatchAsync(last.Id, e => seen.Add(((RunEvent.Changed)e).View.Position), Cancel);

        var bob = await Site.BeginAsync(Other);
        await Site.Runs.CancelAsync(Learner, first.Id, Cancel);

        bob.Position.ShouldBe(2);
        seen.ShouldBe([4, 3]);
        (await Site.Runs.FindAsync(last.Id, Cancel))!.Position.ShouldBe(3);
    }

    [Fact]
    public async Task RestartOfTheSite_WaitingRuns_WaitInTheSameOrder()
    {
        using var folder = new TestFolder();
        List<Guid> order;
        await using (var site = TestSite.StartOn(folder))
        {
            var runs = new[] { await site.BeginAsync("ada"), await site.BeginAsync("ada"), await site.BeginAsync("bob") };
            order = [.. await site.PlacesAsync(runs)];
            order.ShouldBe([runs[0].Id, runs[2].Id, runs[1].Id]);
        }

        await using var restarted = TestSite.StartOn(folder);
        var views = await Task.WhenAll(order.Select(id => restarted.Runs.FindAsync(id, Cancel)));
        views.Select(v => v!.Position).ShouldBe([1, 2, 3]);
        (await restarted.BeginAsync("eve")).Position.ShouldBe(3);
    }

    [Fact]
    public async Task ListAsync_OwnRuns_NewestFirstAndNobodyElses()
    {
        var first = await Site.BeginAsync(Learner);
        await Site.BeginAsync(Other);
        var second = await Site.BeginAsync(Learner);

        (await Site.Runs.ListAsync(Learner, cancel: Cancel)).Select(r => r.Id).ShouldBe([second.Id, first.Id]);
        (await Site.Runs.ListAsync(Learner, limit: 1, cancel: Cancel)).Select(r => r.Id).ShouldBe([second.Id]);
        (await Site.Runs.OwnsAsync(Learner, first.Id, Cancel)).ShouldBeTrue();
        (await Site.Runs.OwnsAsync(Other, first.Id, Cancel)).ShouldBeFalse();
    }
}
