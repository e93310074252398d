using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

public sealed class RunsApiTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_GoodSettings_CreatesAQueuedRun()
    {
        using var client = Site.Client();

        using var answer = await PostAsync(client, """{"model":"dense","epochs":2,"batchSize":64,"learningRate":0.01,"seed":5,"trainLimit":1000}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var run = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var id = run.GetProperty("id").GetGuid();
        answer.Headers.Location!.ToString().ShouldBe($"/api/runs/{id}");
        run.GetProperty("state").GetString().ShouldBe("queued");
        run.GetProperty("position").GetInt32().ShouldBe(1);
        (await Site.ViewAsync(id)).Settings.ShouldBe(new TrainingSettings(ModelKind.Dense, 2, 64, 0.01, 5, 1_000));
    }

    [Fact]
    public async Task Post_EmptyObject_TakesTheLessonsValues()
    {
        using var client = Site.Client();

        using var answer = await PostAsync(client, "{}");

        var run = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        (await Site.ViewAsync(run.GetProperty("id").GetGuid())).Settings.ShouldBe(new TrainingSettings());
    }

    [Theory]
    [InlineData("{}", "cnn")]
    [InlineData("""{"model":"dense"}""", "dense")]
    [InlineData("""{"model":"dense","lesson":"cnn"}""", "cnn")]
    public async Task Post_RunOfALesson_IsKeptWithIt(string body, string lesson)
    {
        using var client = Site.Client();

        using var answer = await PostAsync(client, body);

        var run = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        run.GetProperty("lesson").GetString().ShouldBe(lesson);
        (await Site.ViewAsync(run.GetProperty("id").GetGuid())).Lesson.ShouldBe(lesson);
    }

    [Theory]
    [InlineData("""{"epochs":0,"batchSize":0,"learningRate":0,"seed":-1,"trainLimit":1,"model":"rnn"}""", "epochs,batchSize,learningRate,seed,trainLimit,model")]
    [InlineData("""{"epochs":"20"}""", "epochs")]
    [InlineData("""{"epochs":1.5,"seed":null}""", "epochs,seed")]
    [InlineData("""{"epochs":99999999999}""", "epochs")]
    [InlineData("""{"learningRate":[0.1]}""", "learningRate")]
    [InlineData("""{"learningRate":1e999}""", "learningRate")]
    [InlineData("""{"model":0}""", "model")]
    [InlineData("""{"model":"CNN"}""", "model")]
    [InlineData("""{"epoch":3}""", "epoch")]
    [InlineData("""{"lesson":"averages"}""", "lesson")]
    [InlineData("""{"lesson":3}""", "lesson")]
    [InlineData("""{"lesson":"dense","functions":"own"}""", "functions")]
    [InlineData("""{"epochs":3,"epochs":4}""", "epochs")]
    [InlineData("""{"epochs":3""", "body")]
    [InlineData("[]", "body")]
    [InlineData("", "body")]
    public async Task Post_BadFields_NamesEach(string body, string fields)
    {
        using var client = Site.Client();

        using var answer = await PostAsync(client, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors");
        errors.EnumerateObject().Select(e => e.Name).ShouldBe(fields.Split(','), ignoreOrder: true);
        errors.EnumerateObject().ShouldAllBe(e => e.Value[0].GetString()!.Length > 10);
    }

    [Fact]
    public async Task Post_NotJson_IsRefused()
    {
        using var client = Site.Client();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("epochs", "1")]);
        using var large = new StringContent($$"""{"model":"{{new string('x', 20_000)}}"}""", Encoding.UTF8, "application/json");

        using var notJson = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), form, Cancel);
        using var tooLarge = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), large, Cancel);

        notJson.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        notJson.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        tooLarge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Post_OverQuota_SaysWhenToTryAgain()
    {
        await using var site = await TestSite.StartAsync(("Runs:PerLearner", "1"));
        using var client = site.Client();
        (await PostAsync(client, "{}")).StatusCode.ShouldBe(HttpStatusCode.Created);

        using var answer = await PostAsync(client, "{}");

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Get_OwnRuns_ListsNobodyElses()
    {
        using var ada = Site.Client();
        using var bob = Site.Client();
        var own = await IdAsync(await PostAsync(ada, "{}"));
        await PostAsync(bob, "{}");

        var list = await ada.GetFromJsonAsync<JsonElement>("/api/runs", Cancel);

        list.EnumerateArray().Select(r => r.GetProperty("id").GetGuid()).ShouldBe([own]);
        var seen = await bob.GetFromJsonAsync<JsonElement>($"/api/runs/{own}", Cancel);
        seen.GetProperty("settings").GetProperty("model").GetString().ShouldBe("cnn");
    }

    [Fact]
    public async Task Delete_OwnerOnly_Cancels()
    {
        using var ada = Site.Client();
        using var bob = Site.Client();
        var id = await IdAsync(await PostAsync(ada, "{}"));

        (await bob.DeleteAsync(new Uri($"/api/runs/{id}", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Site.ViewAsync(id)).State.ShouldBe(RunState.Queued);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await ada.DeleteAsync(new Uri($"/api/runs/{id}", UriKind.Relative), Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("state").GetString().ShouldBe("cancelled");
        }
    }

    [Fact]
    public async Task Run_Completed_GivesEpochsConfusionAndWeights()
    {
        await using var trainer = await TrainerAsync();
        using var client = Site.Client();
        var id = await IdAsync(await PostAsync(client, """{"epochs":2}"""));
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await client.GetAsync(new Uri($"/api/runs/{id}/confusion", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await client.GetAsync(new Uri($"/api/runs/{id}/weights", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await trainer.EpochAsync(lease, 0);
        await trainer.EpochAsync(lease, 1);
        await trainer.PutWeightsAsync(lease, [9, 8, 7]);
        await trainer.EndAsync(lease);

        var epochs = await client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}/epochs", Cancel);
        epochs.EnumerateArray().Select(e => e.GetProperty("trainLossSum").GetDouble()).ShouldBe([100, 101]);
        var last = await client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}/confusion", Cancel);
        last.GetProperty("epoch").GetInt32().ShouldBe(1);
        var first = await client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}/confusion?epoch=0", Cancel);
        first.GetProperty("labels").GetArrayLength().ShouldBe(24);
        first.GetProperty("labels")[9].GetString().ShouldBe("k");
        first.GetProperty("counts")[2][3].GetInt32().ShouldBe((2 * 24) + 3);
        using var weights = await client.GetAsync(new Uri($"/api/runs/{id}/weights", UriKind.Relative), Cancel);
        weights.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        weights.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"cnn-{id}.safetensors");
        (await weights.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe([9, 8, 7]);
        (await client.DeleteAsync(new Uri($"/api/runs/{id}", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await client.GetAsync(new Uri($"/api/runs/{id}/confusion?epoch=9", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(new Uri($"/api/runs/{id}/confusion?epoch=x", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/epochs")]
    [InlineData("GET", "/confusion")]
    [InlineData("GET", "/weights")]
    [InlineData("DELETE", "")]
    public async Task AnyCall_NoSuchRun_IsAProblemDocument(string method, string tail)
    {
        using var client = Site.Client();
        foreach (var id in new[] { Guid.NewGuid().ToString(), "17" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/runs/{id}{tail}");
            using var answer = await client.SendAsync(request, Cancel);

            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string json) =>
        client.PostAsync(new Uri("/api/runs", UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"), Cancel);

    private static async Task<Guid> IdAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetGuid();
}
