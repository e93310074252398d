using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

public sealed class CellsApiTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private const string Solution = """{"gaps":{"label":"'label'","channels":"1","width":"28","height":"28","train_shuffle":"shuffle=True"}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_InOrder_AnswersEveryKindOfOutput()
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = _ => Task.FromResult(new CellResult(
            [
                CellOutput.Of("(5, 784)"),
                Samples.Picture(100_000).Outputs[0],
                CellOutput.Of(new CellTable(["", "shape"], [["train_df", "(48, 785)"]])),
                CellOutput.Of(new CellError("KeyError", "'labels'", [new("dataset", "__init__", "labels = pixels.pop('labels')")])),
            ],
            1.5,
            [new("parameters", CellValue.Of(404_099)), new("first_loss", CellValue.Of(double.NaN))]));
        using var client = Site.Client();

        var answer = await OkAsync(client, "setup", "");

        answer.GetProperty("cell").GetString().ShouldBe("setup");
        answer.GetProperty("count").GetInt32().ShouldBe(1);
        answer.GetProperty("milliseconds").GetDouble().ShouldBe(1.5);
        answer.GetProperty("facts").GetProperty("parameters").GetInt32().ShouldBe(404_099);
        answer.GetProperty("facts").GetProperty("first_loss").ValueKind.ShouldBe(JsonValueKind.Null);
        var outputs = answer.GetProperty("outputs").EnumerateArray().ToList();
        outputs.Select(o => o.GetProperty("kind").GetString()).ShouldBe(["text", "image", "table", "error"]);
        outputs[0].EnumerateObject().Select(p => p.Name).ShouldBe(["kind", "text"]);
        outputs[0].GetProperty("text").GetString().ShouldBe("(5, 784)");
        outputs[1].GetProperty("png").GetBytesFromBase64().Length.ShouldBe(100_000);
        outputs[1].GetProperty("letters").GetString().ShouldBe("ab");
        outputs[1].GetProperty("alt").GetString().ShouldNotBeNull().ShouldContain("A B");
        outputs[2].GetProperty("rows")[0][1].GetString().ShouldBe("(48, 785)");
        outputs[3].GetProperty("text").GetString().ShouldBe("KeyError: 'labels'");
        outputs[3].GetProperty("type").GetString().ShouldBe("KeyError");
        outputs[3].GetProperty("trace")[0].GetProperty("statement").GetString().ShouldBe("labels = pixels.pop('labels')");

        (await OkAsync(client, "load", "{}")).GetProperty("count").GetInt32().ShouldBe(2);
        (await OkAsync(client, "peek", """{"gaps":{"rows":7}}""")).GetProperty("count").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Run_BeforeWhatItNeeds_409NamesIt()
    {
        await using var trainer = await TrainerAsync();
        using var client = Site.Client();

        await MissingAsync("peek", "setup", "cell");
        foreach (var cell in new[] { "setup", "load", "peek", "reshape" })
        {
            await OkAsync(client, cell, "");
        }

        await MissingAsync("batch", "dataset", "exercise");
        await OkAsync(client, "batch", Solution);

        // They are the learner's from now on.
        await OkAsync(client, "batch-x-shape", "");
        await OkAsync(client, "batch", """{"gaps":{"dataset.label":"'labels'"}}""");
        trainer.Cells.Reader.TryRead(out _);
        using var another = Site.Client();
        using var answer = await PostAsync(another, "batch", "");
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        async Task MissingAsync(string cell, string missing, string kind)
        {
            using var refused = await PostAsync(client, cell, "");
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var problem = await ProblemAsync(refused);
            problem.GetProperty("missing").GetString().ShouldBe(missing);
            problem.GetProperty("kind").GetString().ShouldBe(kind);
            problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(missing);
        }
    }

    [Theory]
    [InlineData("""{"gaps":{"rows":"21"}}""", "rows")]
    [InlineData("""{"gaps":{"rows":[1]}}""", "rows")]
    [InlineData("""{"gaps":{"rows":"\ud83d"}}""", "rows")]
    [InlineData("""{"gaps":{"label":"'label'"}}""", "label")]
    [InlineData("""{"gaps":[]}""", "gaps")]
    [InlineData("""{"rows":"5"}""", "rows")]
    [InlineData("""{"gaps":""", "body")]
    [InlineData("[]", "body")]
    public async Task Run_BadValues_400NamesThem(string body, string field)
    {
        await using var trainer = await TrainerAsync();
        using var client = Site.Client();
        await OkAsync(client, "setup", "");
        await OkAsync(client, "load", "");

        using var refused = await PostAsync(client, "peek", body);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ProblemAsync(refused)).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("cnn", "no-such")]
    [InlineData("cnn", "first-batch")]
    [InlineData("no-such", "peek")]
    public async Task Run_NoSuchCell_404(string slug, string cell)
    {
        using var client = Site.Client();

        using var refused = await client.PostAsync(new Uri($"/api/lessons/{slug}/cells/{cell}/run", UriKind.Relative), null, Cancel);

        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await ProblemAsync(refused);
    }

    [Fact]
    public async Task Run_NoTrainer_503WithRetryAfter()
    {
        using var client = Site.Client();

        using var refused = await PostAsync(client, "setup", "");

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        await ProblemAsync(refused);
    }

    [Fact]
    public async Task Run_TooManyWaiting_429WithRetryAfter()
    {
        await using var site = await TestSite.StartAsync(("Notebooks:Waiting", "1"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var gate = new TaskCompletionSource();
        trainer.OnCell = async order =>
        {
            await gate.Task;
            return Samples.Result(order.Cell);
        };
        using var client = site.Client();

        // The cookie first: without it each call is another learner's.
        (await client.GetAsync(new Uri("/api/runs", UriKind.Relative), Cancel)).EnsureSuccessStatusCode();
        var running = PostAsync(client, "setup", "");
        await trainer.NextCellAsync();

        // One of them waits, whichever comes first; the other two are refused.
        var open = new[] { "accuracy", "load", "setup" }.Select(cell => PostAsync(client, cell, "")).ToList();
        for (var i = 0; i < 2; i++)
        {
            var ended = await Task.WhenAny(open);
            open.Remove(ended);
            using var refused = await ended;
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Headers.RetryAfter.ShouldNotBeNull();
            await ProblemAsync(refused);
        }

        gate.SetResult();
        using var first = await running;
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var second = await open.ShouldHaveSingleItem();
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Run_TooLargeOrNoJson_IsRefused()
    {
        using var client = Site.Client();

        using var large = await PostAsync(client, "peek", $$$"""{"gaps":{"rows":"{{{new string('1', 70_000)}}}"}}""");
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("gaps", "1")]);
        using var foreign = await client.PostAsync(new Uri("/api/lessons/cnn/cells/peek/run", UriKind.Relative), form, Cancel);
        foreign.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static async Task<JsonElement> OkAsync(HttpClient client, string cell, string body)
    {
        using var answer = await PostAsync(client, cell, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, cell);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string cell, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri($"/api/lessons/cnn/cells/{cell}/run", UriKind.Relative), content, Cancel);
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }
}
