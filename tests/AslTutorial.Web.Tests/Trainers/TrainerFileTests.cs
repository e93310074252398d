using System.Collections.Concurrent;
using System.Net;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Data;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class TrainerFileTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2];

    private static readonly ImagePredictions Predictions = new(ImageSetName.Valid, [3], [3, 2, 1], [0.5f, 0.25f, 0.125f]);

    /// <summary>Of data that no other test has.</summary>
    private readonly string _digest = Guid.NewGuid().ToString("n");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ContactSheet_Delivered_IsServedToAnybody()
    {
        await using var trainer = await TrainerWithDataAsync();
        var sheets = Site.Services.GetRequiredService<IContactSheets>();
        sheets.AddressOf(_digest, "train").ShouldBeNull();
        (await HeadAsync(trainer)).ShouldBe(HttpStatusCode.NotFound);

        (await PutAsync(trainer, TrainerRoutes.ContactSheet(_digest, "train"), Png)).ShouldBe(HttpStatusCode.NoContent);

        (await HeadAsync(trainer)).ShouldBe(HttpStatusCode.OK);
        var address = sheets.AddressOf(_digest, "train").ShouldNotBeNull();
        using var client = Site.Client();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await answer.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(Png);
        (await client.GetAsync(new Uri($"/datasets/{_digest}/valid.png", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("ab12", "other")]
    [InlineData("xyz", "train")]
    [InlineData("..%2F..%2Fkeys", "train")]
    public async Task ContactSheet_BadName_IsRefused(string digest, string set)
    {
        await using var trainer = await TrainerWithDataAsync();
        var before = Stored();

        (await PutAsync(trainer, $"/trainers/datasets/{digest}/{set}.png", Png)).ShouldBe(HttpStatusCode.BadRequest);
        (await PutAsync(trainer, $"/trainers/datasets/{_digest}/train.png", [1, 2, 3])).ShouldBe(HttpStatusCode.BadRequest);
        Stored().ShouldBe(before);
    }

    [Fact]
    public async Task ContactSheet_OfDataThatNoTrainerOfTheKeyHasDescribed_IsRefused()
    {
        const string Key = "the-key-of-another-machine";
        await using var site = await TestSite.StartAsync(("Trainer:Keys:other", Key));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await using var other = await FakeTrainer.ConnectAsync(site, Key);
        await other.DescribeAsync(TrainerPhase.Idle, data: FakeTrainer.Data with { Digest = "cd34" });

        (await PutAsync(trainer, TrainerRoutes.ContactSheet("ef56", "train"), Png)).ShouldBe(HttpStatusCode.Conflict);
        (await PutAsync(other, TrainerRoutes.ContactSheet("ab12", "train"), Png)).ShouldBe(HttpStatusCode.Conflict);
        Directory.GetFileSystemEntries(Path.Combine(site.Storage, "datasets")).ShouldBeEmpty();
        (await PutAsync(other, TrainerRoutes.ContactSheet("cd34", "train"), Png)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task ContactSheet_ThatIsThere_IsNotReplaced()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await PutAsync(trainer, TrainerRoutes.ContactSheet("ab12", "train"), Png);

        (await PutAsync(trainer, TrainerRoutes.ContactSheet("ab12", "train"), [.. Png, 3])).ShouldBe(HttpStatusCode.NoContent);

        using var client = site.Client();
        (await client.GetByteArrayAsync(new Uri("/datasets/ab12/train.png", UriKind.Relative), Cancel)).ShouldBe(Png);
    }

    [Fact]
    public async Task EpochFiles_OfAnEpochThatTheRunDoesNotHave_AreRefused()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 2));
        var lease = (await trainer.NextOrderAsync()).Lease;

        foreach (var epoch in new[] { 2, int.MaxValue })
        {
            (await trainer.PutEpochWeightsAsync(lease, epoch, [1])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await trainer.PutEpochPredictionsAsync(lease, epoch, Predictions)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }

        (await trainer.PutEpochWeightsAsync(lease, -1, [1])).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await trainer.PutEpochWeightsAsync(lease, 1, [1])).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await site.Services.GetRequiredService<KeptEpochs>().ListAsync(run.Id, Cancel)).ShouldBe([-1, 1]);
    }

    [Fact]
    public async Task Predictions_Delivered_AreHeardOfByWhatKeepsTheRoom()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        var grown = new ConcurrentBag<Guid>();
        site.Services.GetRequiredService<KeptEpochs>().Grown += grown.Add;

        (await trainer.PutEpochPredictionsAsync(lease, 0, Predictions)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        grown.ShouldBe([run.Id]);
    }

    [Fact]
    public async Task Checkpoint_NewestLost_ThePreviousIsGiven()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;
        (await GetCheckpointAsync(trainer, lease, "")).ShouldBeNull();
        await trainer.PutCheckpointAsync(lease, [1]);
        await trainer.PutCheckpointAsync(lease, [2]);

        (await GetCheckpointAsync(trainer, lease, "")).ShouldBe([2]);
        (await GetCheckpointAsync(trainer, lease, "&previous=true")).ShouldBe([1]);
        File.Delete(Path.Combine(Site.Storage, "runs", run.Id.ToString(), "checkpoint"));
        (await GetCheckpointAsync(trainer, lease, "")).ShouldBe([1]);

        await trainer.EndAsync(lease);
        Directory.GetFiles(Path.Combine(Site.Storage, "runs", run.Id.ToString())).ShouldBeEmpty();
    }

    private async Task<FakeTrainer> TrainerWithDataAsync()
    {
        var trainer = await TrainerAsync();
        await trainer.DescribeAsync(TrainerPhase.Idle, data: FakeTrainer.Data with { Digest = _digest });
        return trainer;
    }

    private string[] Stored() => Directory.GetFileSystemEntries(Path.Combine(Site.Storage, "datasets"), "*", SearchOption.AllDirectories);

    private static async Task<byte[]?> GetCheckpointAsync(FakeTrainer trainer, RunLease lease, string more)
    {
        using var answer = await trainer.Http.GetAsync(
            new Uri($"{TrainerRoutes.Checkpoint(lease.RunId)}?fence={lease.Fence}{more}", UriKind.Relative), Cancel);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    private async Task<HttpStatusCode> HeadAsync(FakeTrainer trainer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, TrainerRoutes.ContactSheet(_digest, "train"));
        using var answer = await trainer.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> PutAsync(FakeTrainer trainer, string address, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        using var answer = await trainer.Http.PutAsync(new Uri(address, UriKind.Relative), content, Cancel);
        return answer.StatusCode;
    }
}
