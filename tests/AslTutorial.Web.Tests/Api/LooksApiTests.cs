using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

public sealed class LooksApiTests : IAsyncLifetime
{
    private TestSite _site = default!;
    private FakeTrainer _trainer = default!;
    private HttpClient _client = default!;
    private RunLease _lease = default!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Run => $"/api/runs/{_lease.RunId}";

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _trainer = await FakeTrainer.ReadyAsync(_site);
        _client = _site.Client();
        await _site.BeginAsync("ada");
        _lease = (await _trainer.NextOrderAsync()).Lease;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _trainer.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Kept_NamesTheEpochsWhoseWeightsAreThere()
    {
        await KeepAsync(-1, 0, 1);
        await _trainer.EpochAsync(_lease, 0);
        await _trainer.EpochAsync(_lease, 1);

        var kept = await _client.GetFromJsonAsync<JsonElement>($"{Run}/kept", Cancel);

        kept.GetProperty("epochs").EnumerateArray().Select(e => e.GetInt32()).ShouldBe([-1, 0, 1]);
        kept.GetProperty("model").GetString().ShouldBe("cnn");
        kept.GetProperty("digest").GetString().ShouldBe(FakeTrainer.Data.Digest);
        (kept.GetProperty("last").GetInt32(), kept.GetProperty("best").GetInt32()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Look_GivesTheTrainersFileAndAsksWithTheAddress()
    {
        await KeepAsync(-1, 4);
        LookOrder? asked = null;
        _trainer.OnLook = order =>
        {
            asked = order;
            return Task.FromResult(Samples.Look(order));
        };

        using var answer = await _client.GetAsync($"{Run}/look/why?image=12&epoch=-1&set=train&letter=v", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        SafeTensorsReader.Read(await answer.Content.ReadAsByteArrayAsync(Cancel)).Tensors["image"].Numbers<int>()[0].ShouldBe(12);
        asked!.ShouldSatisfyAllConditions(
            order => order.RunId.ShouldBe(_lease.RunId),
            order => order.View.ShouldBe(LookView.Why),
            order => order.Epoch.ShouldBe(EpochNumber.Untrained),
            order => order.Set.ShouldBe(ImageSetName.Train),
            order => order.Letter.ShouldBe(SignClasses.Letters.IndexOf('v', StringComparison.Ordinal)),
            order => order.Version.ShouldBeGreaterThan(0));
    }

    [Fact]
    public async Task Look_WithoutEpoch_TakesTheLastThatIsKept()
    {
        await KeepAsync(-1, 0, 3);
        var asked = 0;
        _trainer.OnLook = order =>
        {
            asked = order.Epoch;
            return Task.FromResult(Samples.Look(order));
        };

        (await _client.GetAsync($"{Run}/look/whole", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        asked.ShouldBe(3);
    }

    [Theory]
    [InlineData("look/whole?epoch=2", HttpStatusCode.NotFound, "The weights of epoch 2 are not kept, or not yet.")]
    [InlineData("look/whole?epoch=-2", HttpStatusCode.BadRequest, "epoch is a whole number from -1")]
    [InlineData("look/whole?image=x", HttpStatusCode.BadRequest, "image is a whole number from 0")]
    [InlineData("look/whole?set=test", HttpStatusCode.BadRequest, "set is one of train, valid")]
    [InlineData("look/why", HttpStatusCode.BadRequest, "letter is one of the 24 letters")]
    [InlineData("look/dropout?passes=33", HttpStatusCode.BadRequest, "passes is a whole number from 1 to 32")]
    [InlineData("look/heart", HttpStatusCode.NotFound, "There is no view heart")]
    [InlineData("confusion/images?label=V&predicted=W&epoch=5", HttpStatusCode.NotFound, "after epoch 5 is not kept")]
    [InlineData("pick?by=wrong&epoch=x", HttpStatusCode.BadRequest, "epoch is a whole number")]
    [InlineData("weights?epoch=7", HttpStatusCode.NotFound, "The weights of epoch 7 are not kept")]
    [InlineData("weights?epoch=-2", HttpStatusCode.BadRequest, "epoch is a whole number")]
    public async Task Get_WhatCannotBe_SaysWhy(string address, HttpStatusCode status, string expected)
    {
        await KeepAsync(0);

        using var answer = await _client.GetAsync($"{Run}/{address}", Cancel);

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain(expected);
    }

    [Fact]
    public async Task Look_OfNoRun_SaysSo()
    {
        using var answer = await _client.GetAsync($"/api/runs/{Guid.NewGuid()}/look/whole", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Look_StillComputed_SaysHowFarItIs()
    {
        await KeepAsync(0);
        _trainer.OnLook = _ => Task.FromResult(new LookResult([], Done: 0.25));

        using var answer = await _client.GetAsync($"{Run}/look/alike", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("done").GetDouble().ShouldBe(0.25);
    }

    [Theory]
    [InlineData(LookFaultCodes.OutOfRange, HttpStatusCode.NotFound)]
    [InlineData(LookFaultCodes.NoWeights, HttpStatusCode.NotFound)]
    [InlineData(LookFaultCodes.NotReady, HttpStatusCode.ServiceUnavailable)]
    [InlineData(LookFaultCodes.Internal, HttpStatusCode.InternalServerError)]
    public async Task Look_TrainerRefuses_IsTold(string code, HttpStatusCode status)
    {
        await KeepAsync(0);
        _trainer.OnLook = _ => Task.FromResult(new LookResult([], new(code, "It says so.")));

        (await _client.GetAsync($"{Run}/look/whole", Cancel)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Weights_OfAnEpoch_AreTheTrainersBytes()
    {
        await KeepAsync(-1, 0);

        (await _client.GetByteArrayAsync($"{Run}/weights?epoch=-1", Cancel)).ShouldBe([255, 1]);
        (await _client.GetByteArrayAsync($"{Run}/weights?epoch=0", Cancel)).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task ConfusionImages_AreExactlyThoseOfTheCell_WithTheirTopThree()
    {
        var predictions = new ImagePredictions(
            ImageSetName.Valid,
            [20, 20, 20, 3],
            [21, 20, 3, 20, 21, 3, 21, 2, 1, 21, 0, 1],
            [0.5f, 0.25f, 0.125f, 0.9f, 0.05f, 0.01f, 0.75f, 0.125f, 0.0625f, 1, 0, 0]);
        (await _trainer.PutEpochPredictionsAsync(_lease, 0, predictions)).IsSuccessStatusCode.ShouldBeTrue();
        await _trainer.EpochAsync(_lease, 0);
        var (label, predicted) = (char.ToUpperInvariant(SignClasses.Letters[20]), char.ToUpperInvariant(SignClasses.Letters[21]));

        var answer = await _client.GetFromJsonAsync<JsonElement>($"{Run}/confusion/images?epoch=0&label={label}&predicted={predicted}", Cancel);

        var images = answer.GetProperty("images").EnumerateArray().ToList();
        images.Select(image => image.GetProperty("index").GetInt32()).ShouldBe([0, 2]);
        images[0].GetProperty("top").EnumerateArray().Select(top => (top.GetProperty("letter").GetString(), top.GetProperty("probability").GetDouble()))
            .ShouldBe([(predicted.ToString(), 0.5), (label.ToString(), 0.25), (char.ToUpperInvariant(SignClasses.Letters[3]).ToString(), 0.125)]);
        var wrong = await _client.GetFromJsonAsync<JsonElement>($"{Run}/pick?by=wrong", Cancel);
        wrong.GetProperty("images").EnumerateArray().Select(image => image.GetInt32()).ShouldBe([3, 2, 0]);
        var unsure = await _client.GetFromJsonAsync<JsonElement>($"{Run}/pick?by=unsure", Cancel);
        unsure.GetProperty("images").EnumerateArray().Select(image => image.GetInt32()).ShouldBe([0, 2, 1, 3]);
    }

    [Fact]
    public async Task Trainer_OldFence_CannotStoreAnEpoch()
    {
        var old = _lease with { Fence = _lease.Fence - 1 };

        (await _trainer.PutEpochWeightsAsync(old, 0, [1])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _client.GetFromJsonAsync<JsonElement>($"{Run}/kept", Cancel)).GetProperty("epochs").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Data_NamesTheSetAndGivesItsBytes()
    {
        _trainer.OnLook = order => Task.FromResult(new LookResult(SafeTensorsWriter.Write(new(
            new Dictionary<string, TensorData> { [order.View == LookView.Labels ? "labels" : "images"] = new(TensorType.U8, [2], new byte[] { 5, (byte)order.Rows.Count }) },
            new Dictionary<string, string>()))));
        var digest = (await _client.GetFromJsonAsync<JsonElement>("/api/data", Cancel)).GetProperty("digest").GetString();

        digest.ShouldBe(FakeTrainer.Data.Digest);
        (await _client.GetByteArrayAsync("/api/data/train/labels", Cancel)).ShouldBe([5, 0]);
        using var images = await _client.GetAsync($"/api/data/valid/images?rows=1,2,3&data={digest}", Cancel);
        (await images.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe([5, 3]);
        images.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await _client.GetAsync("/api/data/valid/images?rows=1,x", Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.GetAsync($"/api/data/valid/images?rows={string.Join(',', Enumerable.Range(0, 65))}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.GetAsync("/api/data/test/labels", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _client.GetAsync("/api/data/valid/labels?data=other", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private async Task KeepAsync(params int[] epochs)
    {
        foreach (var epoch in epochs)
        {
            (await _trainer.PutEpochWeightsAsync(_lease, epoch, [(byte)epoch, 1])).IsSuccessStatusCode.ShouldBeTrue();
        }
    }
}
