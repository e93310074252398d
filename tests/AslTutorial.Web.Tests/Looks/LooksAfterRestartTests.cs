using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Looks;

public class LooksAfterRestartTests
{
    private static readonly string[] Views = ["whole", "map", "kernels", "unit", "why", "alike", "channel", "dropout", "letter"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoHundredAddresses_AfterARestart_AskForTheSameOfTheSameWeights()
    {
        using var folder = new TestFolder();
        var random = new Random(15);
        var runs = new List<RunLease>();
        string[] addresses;
        List<LookOrder> before;
        await using (var site = TestSite.StartOn(folder))
        {
            await using var trainer = await FakeTrainer.ReadyAsync(site);
            for (var run = 0; run < 3; run++)
            {
                await site.BeginAsync("ada");
                var lease = (await trainer.NextOrderAsync()).Lease;
                for (var epoch = -1; epoch < 4; epoch++)
                {
                    (await trainer.PutEpochWeightsAsync(lease, epoch, [(byte)run, (byte)epoch])).IsSuccessStatusCode.ShouldBeTrue();
                }

                await trainer.EpochAsync(lease, 0);
                await trainer.EndAsync(lease);
                await trainer.DescribeAsync(TrainerPhase.Idle);
                runs.Add(lease);
            }

            addresses = [.. Enumerable.Range(0, 200).Select(_ =>
                $"/api/runs/{runs[random.Next(3)].RunId}/look/{Views[random.Next(Views.Length)]}?image={random.Next(7_000)}&epoch={random.Next(-1, 4)}&set={(random.Next(2) == 0 ? "train" : "valid")}"
                + $"&layer={random.Next(1, 4)}&channel={random.Next(25)}&unit={random.Next(512)}&letter={SignClasses.Letters[random.Next(24)]}&seed={random.Next(99)}&passes={random.Next(1, 32)}")];
            before = await AskAsync(site, trainer, addresses);
        }

        await using var again = TestSite.StartOn(folder);
        await using var other = await FakeTrainer.ReadyAsync(again);
        var after = await AskAsync(again, other, addresses);

        before.Count.ShouldBe(200);
        after.Select(Comparable).ShouldBe(before.Select(Comparable), "so that the answers, which are functions of them, are the same");
    }

    /// <summary>A list is equal to itself alone.</summary>
    private static LookOrder Comparable(LookOrder order) => order with { Rows = Array.Empty<int>() };

    /// <summary>What the trainer is asked for by each address.</summary>
    private static async Task<List<LookOrder>> AskAsync(TestSite site, FakeTrainer trainer, string[] addresses)
    {
        var asked = new List<LookOrder>();
        trainer.OnLook = order =>
        {
            asked.Add(order);
            return Task.FromResult(Samples.Look(order));
        };
        using var client = site.Client();
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            answer.IsSuccessStatusCode.ShouldBeTrue(address);
        }

        return asked;
    }
}
