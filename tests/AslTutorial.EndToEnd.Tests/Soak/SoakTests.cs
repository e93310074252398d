using System.Globalization;
using AslTutorial.EndToEnd.Tests.Processes;
using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Soak;

/// <summary>A class at work for hours, whose trainer is killed again and again.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Learners = 50;
    private const int Epochs = 20;

    /// <summary>How much more than in the quarter before the last may be used in the last.</summary>
    private const double MemoryGrowth = 1.15;
    private const int HandleGrowth = 25;

    private static readonly TimeSpan SampleEvery = TimeSpan.FromSeconds(5);

    private static TimeSpan Duration { get; } = Minutes("ASL_SOAK_MINUTES", 120);

    private static TimeSpan KillEvery { get; } = Minutes("ASL_SOAK_KILL_MINUTES", 5);

    [Fact(Explicit = true)]
    public async Task Hours_ClassAtWorkAndTrainerKilled_NothingIsLostAndNothingGrows()
    {
        using var folder = new TemporaryDirectory();
        var data = Path.Combine(folder.Path, "data");
        TinyDataSet.WriteTo(data);
        await using var site = await SiteProcess.StartAsync(Path.Combine(folder.Path, "storage"), data);
        var trainer = await SiteHealth.TrainerProcessAsync(site.Address);
        var siteProcess = Unix.ParentOf(trainer);
        using var stop = new CancellationTokenSource(Duration);
        var current = Guid.Empty;
        var learners = Enumerable.Range(0, Learners).Select(i => new SoakLearner(site.Address, i)).ToList();
        List<Task> work = [.. learners.Select(learner => learner.WorkAsync(() => current, stop.Token))];
        List<ProcessUse> ofSite = [], ofTrainer = [];
        var (kills, completed) = (0, 0);
        using var runs = new RunsOverHttp(site.Address);
        var run = current = await runs.StartAsync(Epochs);
        var begun = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            await SoakAsync();
        }
        finally
        {
            // Also of a soak that fails after an hour.
            output.WriteLine($"{begun.Elapsed}: {learners.Sum(l => l.Asked)} calls, {learners.Sum(l => l.Checks)} checks, {completed} runs, {kills} kills");
            Tell("site", ofSite);
            Tell("trainer", ofTrainer);
        }

        await stop.CancelAsync();
        await Task.WhenAll(work);
        learners.SelectMany(learner => learner.Failures).ShouldBeEmpty();
        foreach (var learner in learners)
        {
            var (counted, expected) = await learner.AttemptsAsync(TestContext.Current.CancellationToken);
            counted.ShouldBe(expected);
            await learner.DisposeAsync();
        }

        completed.ShouldBeGreaterThan(0);
        ShouldBeLevel(ofSite);
        // Each process of a trainer begins small: they are compared when they are a while old.
        ShouldBeLevel([.. ofTrainer.GroupBy(use => use.Process).SelectMany(one => one.Where(use => use.At - one.First().At > KillEvery / 2))]);

        async Task SoakAsync()
        {
            var lastKill = TimeSpan.Zero;
            while (begun.Elapsed < Duration)
            {
                await Task.Delay(SampleEvery, TestContext.Current.CancellationToken);
                trainer = (await SiteHealth.TrainersAsync(site.Address, lines => lines is [{ Process: not null, State: "idle" or "busy" }]))[0].Process!.Value;
                ofSite.Add(ProcessUse.Of(siteProcess, begun.Elapsed).ShouldNotBeNull("the site has ended"));
                if (ProcessUse.Of(trainer, begun.Elapsed) is { } use)
                {
                    ofTrainer.Add(use);
                }

                var view = await runs.GetAsync(run);
                if (RunsOverHttp.StateOf(view) == "completed")
                {
                    RunsOverHttp.EpochsOf(view).ShouldBe(Enumerable.Range(0, Epochs));
                    completed++;
                    run = current = await runs.StartAsync(Epochs);
                }
                else
                {
                    RunsOverHttp.StateOf(view).ShouldBeOneOf("queued", "running");
                }

                if (begun.Elapsed - lastKill >= KillEvery)
                {
                    Unix.Kill(trainer);
                    lastKill = begun.Elapsed;
                    kills++;
                }
            }
        }
    }

    private static void ShouldBeLevel(List<ProcessUse> uses)
    {
        var before = uses.Where(use => use.At > Duration / 4 && use.At <= Duration * 0.625).ToList();
        var last = uses.Where(use => use.At > Duration * 0.625).ToList();
        Median(last, use => use.Megabytes).ShouldBeLessThan(Median(before, use => use.Megabytes) * MemoryGrowth);
        Median(last, use => use.Handles).ShouldBeLessThan(Median(before, use => use.Handles) + HandleGrowth);
    }

    private static double Median(List<ProcessUse> uses, Func<ProcessUse, double> of) => uses.Count == 0 ? 0 : uses.Select(of).Order().ElementAt(uses.Count / 2);

    private static TimeSpan Minutes(string variable, double otherwise) => TimeSpan.FromMinutes(
        double.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var minutes) ? minutes : otherwise);

    private void Tell(string name, List<ProcessUse> uses)
    {
        const int Parts = 8;
        foreach (var part in uses.GroupBy(use => Math.Min(Parts - 1, (int)(use.At / Duration * Parts))))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, part {part.Key + 1} of {Parts}: {Median([.. part], use => use.Megabytes):0} MB, {Median([.. part], use => use.Handles):0} handles"));
        }
    }
}
