using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

/// <summary>PATCH, again, repeat and forget over HTTP.</summary>
public sealed class RunChangesApiTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Patch_ByTheOwner_SteersTheRunAndAnswersIt()
    {
        await using var trainer = await TrainerAsync();
        using var client = Site.Client();
        var id = await StartAsync(client);
        var lease = (await trainer.NextOrderAsync()).Lease;

        var run = await JsonAsync(await PatchAsync(client, id, """{"learningRate":0.01,"paused":true,"stopAfterEpoch":true,"name":"mine","note":"a note"}"""), HttpStatusCode.OK);
        (await trainer.NextSteerAsync()).ShouldBe((lease, new SteerOrder(0.01, Paused: true, StopAfterEpoch: true)));
        await trainer.SteeredAsync(lease, new(new([new(0, 4, 0.01)]), Paused: true, LastEpoch: 0, Epoch: 0, Batch: 4));

        var steering = run.GetProperty("steering");
        steering.GetProperty("paused").GetBoolean().ShouldBeTrue();
        steering.GetProperty("wantedRate").GetDouble().ShouldBe(0.01);
        steering.GetProperty("stopAfterEpoch").GetBoolean().ShouldBeTrue();
        (run.GetProperty("name").GetString(), run.GetProperty("note").GetString()).ShouldBe(("mine", "a note"));
        var after = await JsonAsync(await client.GetAsync(Of(id), Cancel), HttpStatusCode.OK);
        after.GetProperty("settings").GetProperty("steering").ToString().ShouldBe("""[{"epoch":0,"batch":4,"learningRate":0.01}]""");
    }

    [Theory]
    [InlineData("""{"learningRate":"fast"}""", "learningRate", "learningRate is a number")]
    [InlineData("""{"learningRate":2}""", "learningRate", "learningRate is from 1E-06 to 1, not 2")]
    [InlineData("""{"paused":1}""", "paused", "paused is true or false")]
    [InlineData("""{"stopAfterEpoch":null}""", "stopAfterEpoch", "stopAfterEpoch is true or false")]
    [InlineData("""{"name":"a\nb"}""", "name", "name is one line of at most 80 characters")]
    [InlineData("""{"note":5}""", "note", "note is a text, or null for none")]
    [InlineData("""{"seed":5}""", "seed", "there is no such field; there are learningRate, paused, stopAfterEpoch, name, note, showAll")]
    [InlineData("{}", "body", "the body names at least one of learningRate, paused, stopAfterEpoch, name, note, showAll")]
    [InlineData("[]", "body", "the body is a JSON object with some of learningRate, paused, stopAfterEpoch, name, note, showAll")]
    public async Task Patch_BadField_IsNamedInOneSentence(string body, string field, string sentence)
    {
        using var client = Site.Client();
        var id = await StartAsync(client);

        var problem = await JsonAsync(await PatchAsync(client, id, body), HttpStatusCode.BadRequest);

        problem.GetProperty("errors").GetProperty(field)[0].GetString().ShouldBe(sentence);
    }

    [Fact]
    public async Task Patch_NotOnesOwnOrNoneOrOver_IsRefused()
    {
        using var owner = Site.Client();
        using var other = Site.Client();
        var id = await StartAsync(owner);

        await JsonAsync(await PatchAsync(other, id, """{"paused":true}"""), HttpStatusCode.Forbidden);
        await JsonAsync(await PatchAsync(owner, Guid.NewGuid(), """{"paused":true}"""), HttpStatusCode.NotFound);
        await owner.DeleteAsync(Of(id), Cancel);
        await JsonAsync(await PatchAsync(owner, id, """{"paused":true}"""), HttpStatusCode.Conflict);
        (await JsonAsync(await PatchAsync(owner, id, """{"name":"late"}"""), HttpStatusCode.OK)).GetProperty("name").GetString().ShouldBe("late");
    }

    [Fact]
    public async Task Forget_EndedRun_IsGoneEverywhereAndItsLinkSaysSo()
    {
        await using var trainer = await TrainerAsync();
        using var owner = Site.Client();
        using var other = Site.Client();
        var id = await StartAsync(owner);
        var lease = (await trainer.NextOrderAsync()).Lease;
        await JsonAsync(await owner.DeleteAsync(Of(id, "?forget=true"), Cancel), HttpStatusCode.Conflict);
        await trainer.EpochAsync(lease, 0);
        await trainer.PutWeightsAsync(lease, [1, 2]);
        await trainer.EndAsync(lease);

        await JsonAsync(await other.DeleteAsync(Of(id, "?forget=true"), Cancel), HttpStatusCode.Forbidden);
        (await owner.DeleteAsync(Of(id, "?forget=true"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        foreach (var part in new[] { "", "/epochs", "/confusion", "/weights", "/repeat" })
        {
            var gone = await JsonAsync(await other.GetAsync(Of(id, part), Cancel), HttpStatusCode.Gone);
            gone.GetProperty("detail").GetString()!.ShouldContain("was deleted on");
        }

        (await JsonAsync(await owner.GetAsync(new Uri("/api/runs", UriKind.Relative), Cancel), HttpStatusCode.OK)).GetArrayLength().ShouldBe(0);
        Directory.Exists(Path.Combine(Site.Storage, "runs", id.ToString())).ShouldBeFalse();
        await JsonAsync(await owner.GetAsync(Of(Guid.NewGuid()), Cancel), HttpStatusCode.NotFound);
        using var page = await other.GetAsync(new Uri($"/runs/{id}?culture=en", UriKind.Relative), Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await page.Content.ReadAsStringAsync(Cancel)).ShouldContain("was deleted");
    }

    [Fact]
    public async Task Again_SomebodysRun_IsRepeatedAndCompared()
    {
        await using var trainer = await TrainerAsync();
        using var owner = Site.Client();
        using var other = Site.Client();
        var id = await StartAsync(owner);
        await TrainAsync(trainer);
        await JsonAsync(await owner.GetAsync(Of(id, "/repeat"), Cancel), HttpStatusCode.NotFound);

        using var answer = await other.PostAsync(Of(id, "/again"), content: null, Cancel);
        var again = (await JsonAsync(answer, HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await TrainAsync(trainer);

        var repeat = await JsonAsync(await other.GetAsync(Of(again, "/repeat"), Cancel), HttpStatusCode.OK);
        repeat.GetProperty("of").GetGuid().ShouldBe(id);
        (repeat.GetProperty("isExact").GetBoolean(), repeat.GetProperty("compared").GetInt32(), repeat.GetProperty("sameDevice").GetBoolean()).ShouldBe((true, 1, true));
    }

    private static async Task TrainAsync(FakeTrainer trainer)
    {
        var lease = (await trainer.NextOrderAsync()).Lease;
        await trainer.EpochAsync(lease, 0);
        await trainer.EndAsync(lease);
        await trainer.DescribeAsync(TrainerPhase.Idle);
    }

    private static async Task<Guid> StartAsync(HttpClient client)
    {
        using var body = new StringContent("""{"epochs":1}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), body, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetGuid();
    }

    private static Uri Of(Guid id, string part = "") => new($"/api/runs/{id}{part}", UriKind.Relative);

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient client, Guid id, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.PatchAsync(Of(id), body, Cancel);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        using (answer)
        {
            answer.StatusCode.ShouldBe(status);
            return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        }
    }
}
