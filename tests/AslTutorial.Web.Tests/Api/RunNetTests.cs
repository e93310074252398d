using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Hubs;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

/// <summary>The learner's own CNN over HTTP, through the store to the trainer and back.</summary>
public sealed class RunNetTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_OwnNet_IsShownStoredAndSentToTheTrainer()
    {
        using var folder = new TestFolder();
        Guid id, plain;
        await using (var site = TestSite.StartOn(folder))
        {
            using var client = site.Client();
            var created = await PostAsync(client, """{"kernelSize":5,"dropout":0,"headDropout":0.5,"flattenedSize":75,"batchSize":64,"epochs":1}""");
            id = created.GetProperty("id").GetGuid();
            plain = (await PostAsync(client, "{}")).GetProperty("id").GetGuid();

            var list = await client.GetFromJsonAsync<JsonElement>("/api/runs", Cancel);
            foreach (var answer in new[] { created, await client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", Cancel), list[1] })
            {
                ShouldShow(answer.GetProperty("settings"), 5, 75, 0, 0.5);
            }

            ShouldShow(list[0].GetProperty("settings"), 3, 675, 0.2, 0.3);
        }

        await using var again = TestSite.StartOn(folder);
        var wanted = new TrainingSettings(Epochs: 1, BatchSize: 64, Cnn: new(5, 0, 0.5));
        (await again.ViewAsync(id)).Settings.ShouldBe(wanted);
        (await again.ViewAsync(plain)).Settings.ShouldBe(new TrainingSettings());
        await using var trainer = await FakeTrainer.ReadyAsync(again);
        (await trainer.NextOrderAsync()).Settings.ShouldBe(wanted);
    }

    [Theory]
    [InlineData("""{"kernelSize":7}""", "kernelSize", "convolution 3 gets maps of 6 x 6")]
    [InlineData("""{"kernelSize":4}""", "kernelSize", "kernelSize is one of 1, 3, 5, 7, not 4")]
    [InlineData("""{"kernelSize":"5"}""", "kernelSize", "kernelSize is a whole number, not \"5\"")]
    [InlineData("""{"dropout":0.95}""", "dropout", "dropout is from 0 to 0.9, not 0.95")]
    [InlineData("""{"headDropout":null}""", "headDropout", "headDropout is a number, not null")]
    [InlineData("""{"flattenedSize":600,"batchSize":64}""", "flattenedSize", "mat1 and mat2 shapes cannot be multiplied (64x675 and 600x512)")]
    [InlineData("""{"kernelSize":5,"flattenedSize":675}""", "flattenedSize", "mat1 and mat2 shapes cannot be multiplied (32x75 and 675x512)")]
    [InlineData("""{"model":"dense","kernelSize":3}""", "kernelSize", "kernelSize is of the cnn: the dense net has none")]
    public async Task Post_NetThatCannotBe_NamesTheFieldAndTheLayersReason(string body, string field, string reason)
    {
        using var client = Site.Client();

        using var answer = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), Json(body), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors").EnumerateObject().Single();
        error.Name.ShouldBe(field);
        error.Value[0].GetString()!.ShouldContain(reason);
    }

    [Fact]
    public async Task OpenApi_Runs_NamesTheNetsFields()
    {
        using var client = Site.Client();

        var schemas = (await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancel)).GetProperty("components").GetProperty("schemas");

        foreach (var schema in new[] { "RunRequest", "RunSettings" })
        {
            schemas.GetProperty(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name)
                .Intersect(["kernelSize", "dropout", "headDropout", "flattenedSize"]).Count().ShouldBe(4, schema);
        }
    }

    [Fact]
    public async Task Snapshot_OwnNet_IsFlatAsInTheReplies()
    {
        var run = await Site.BeginAsync(Learner, new(Cnn: new(5)));

        var snapshot = JsonSerializer.SerializeToElement(LiveSnapshot.From(new RunSnapshot(run, [], null), () => { }), JsonSerializerOptions.Web);

        ShouldShow(snapshot.GetProperty("settings"), 5, 75, 0.2, 0.3);
    }

    [Fact]
    public async Task Get_DenseRun_HasNoValuesOfTheCnn()
    {
        using var client = Site.Client();

        var settings = (await PostAsync(client, """{"model":"dense"}""")).GetProperty("settings");

        settings.GetProperty("kernelSize").ValueKind.ShouldBe(JsonValueKind.Null);
        settings.GetProperty("flattenedSize").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static void ShouldShow(JsonElement settings, int kernel, int flattened, double dropout, double headDropout)
    {
        settings.GetProperty("kernelSize").GetInt32().ShouldBe(kernel);
        settings.GetProperty("flattenedSize").GetInt32().ShouldBe(flattened);
        settings.GetProperty("dropout").GetDouble().ShouldBe(dropout);
        settings.GetProperty("headDropout").GetDouble().ShouldBe(headDropout);
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string body)
    {
        using var answer = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), Json(body), Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
