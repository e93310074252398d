using AslTutorial.Training.Contracts;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Looks;

public class EpochThinningTests
{
    private const int Quarter = 256 << 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Thin_EverySecondGoes_UntilFirstBestAndLastAreLeft()
    {
        IReadOnlyList<int> epochs = [-1, 0, 1, 2, 3, 4, 5, 6, 7];

        epochs = EpochThinning.Thin(epochs, best: 4);
        epochs.ShouldBe([-1, 1, 3, 4, 6, 7]);
        epochs = EpochThinning.Thin(epochs, best: 4);
        epochs.ShouldBe([-1, 3, 4, 7]);
        epochs = EpochThinning.Thin(epochs, best: 4);
        epochs.ShouldBe([-1, 4, 7]);
        EpochThinning.Thin(epochs, best: 4).ShouldBe(epochs);
    }

    [Fact]
    public void Thin_EpochThatCameSinceTheBestWasAskedFor_IsTheLastAndStays() => EpochThinning.Thin([-1, 0, 3], best: 0).ShouldBe([-1, 0, 3]);

    [Fact]
    public void Thin_NothingKeptYet_NothingLeft() => EpochThinning.Thin([], best: null).ShouldBe([]);

    [Fact]
    public async Task Run_TooMuch_TheRunLookedAtLastKeepsMost()
    {
        // Room for four quarters of a megabyte; two runs of four epochs each, and the untrained net.
        await using var site = await TestSite.StartAsync(("Looks:KeptMegabytes", "1"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var (old, watched) = (await TrainAsync(site, trainer), await TrainAsync(site, trainer));
        var kept = site.Services.GetRequiredService<KeptEpochs>();
        await kept.TouchAsync(old, Cancel);
        await kept.TouchAsync(watched, Cancel);

        await site.Services.GetRequiredService<EpochThinning>().RunAsync(Cancel);

        (await kept.SizeOfAsync(old, Cancel) + await kept.SizeOfAsync(watched, Cancel)).ShouldBeLessThanOrEqualTo(1 << 20);
        // How many more the one looked at last keeps depends on what the site has thinned by itself while the runs were on.
        var (ofOld, ofWatched) = (await kept.ListAsync(old, Cancel), await kept.ListAsync(watched, Cancel));
        ofOld[^1].ShouldBe(3, "never the last of a run that somebody looks at");
        ofOld.Count.ShouldBeLessThanOrEqualTo(ofWatched.Count);
        ofWatched[^1].ShouldBe(3);
        ofWatched.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Run_EnoughRoom_KeepsEveryEpoch()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await TrainAsync(site, trainer);

        await site.Services.GetRequiredService<EpochThinning>().RunAsync(Cancel);

        (await site.Services.GetRequiredService<KeptEpochs>().ListAsync(run, Cancel)).ShouldBe([-1, 0, 1, 2, 3]);
    }

    private static async Task<Guid> TrainAsync(TestSite site, FakeTrainer trainer)
    {
        await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        for (var epoch = -1; epoch < 4; epoch++)
        {
            (await trainer.PutEpochWeightsAsync(lease, epoch, new byte[Quarter])).IsSuccessStatusCode.ShouldBeTrue();
            if (epoch >= 0)
            {
                await trainer.EpochAsync(lease, epoch);
            }
        }

        await trainer.EndAsync(lease);
        await trainer.DescribeAsync(TrainerPhase.Idle);
        return lease.RunId;
    }
}
