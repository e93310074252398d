using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

public sealed class ChecksApiTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private const string Wrong = """{"gaps":{"label":"'labels'","channels":"IMG_CHS","width":"28","height":28}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_KnownMistake_VerdictsOutcomeAndTheLearnersNotebook()
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = _ => Task.FromResult(new CellResult(
            [CellOutput.Of(new CellError("KeyError", "'labels'", [new("dataset", "__init__", "labels = pixels.pop('labels')")]))], 2.5, []));
        using var client = Site.Client();

        var answer = await OkAsync(client, "dataset?lang=en", Wrong);

        answer.GetProperty("status").GetString().ShouldBe("wrong");
        answer.GetProperty("mistake").GetString().ShouldBe("plural");
        var gaps = answer.GetProperty("gaps");
        gaps.EnumerateObject().Select(gap => gap.Name).ShouldBe(["label", "channels", "width", "height"]);
        gaps.GetProperty("label").GetProperty("status").GetString().ShouldBe("wrong");
        gaps.GetProperty("label").GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("singular");
        gaps.GetProperty("height").GetProperty("status").GetString().ShouldBe("correct");
        gaps.GetProperty("height").GetProperty("message").ValueKind.ShouldBe(JsonValueKind.Null);
        var outcome = answer.GetProperty("outcome");
        outcome.GetProperty("kind").GetString().ShouldBe("raised");
        outcome.GetProperty("text").GetString().ShouldBe("KeyError: 'labels'");
        outcome.GetProperty("reason").ValueKind.ShouldBe(JsonValueKind.Null);
        outcome.GetProperty("outputs")[0].GetProperty("trace")[0].GetProperty("statement").GetString().ShouldBe("labels = pixels.pop('labels')");

        // They are the learner's answers from now on: without a body they are checked again, in the reader's language.
        var again = await OkAsync(client, "dataset?lang=zh-CN", "");
        again.GetProperty("mistake").GetString().ShouldBe("plural");
        again.GetProperty("gaps").GetProperty("label").GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("单数");
        using var another = Site.Client();
        (await OkAsync(another, "dataset", "")).GetProperty("status").GetString().ShouldBe("unattempted");
    }

    [Theory]
    [InlineData("{}", "unattempted")]
    [InlineData("""{"gaps":{}}""", "unattempted")]
    [InlineData("""{"gaps":{"label":"","channels":null,"width":"FIXME","height":"  "}}""", "unattempted")]
    [InlineData("""{"gaps":{"label":"'label'","channels":1}}""", "incomplete")]
    [InlineData("""{"gaps":{"label":"'label","channels":1,"width":28,"height":28}}""", "invalid")]
    [InlineData("""{"gaps":{"label":"__import__('os').system('true')","channels":1,"width":28,"height":28}}""", "invalid")]
    [InlineData("""{"gaps":{"label":"'label'","channels":2,"width":28,"height":28}}""", "wrong")]
    [InlineData("""{"gaps":{"label":"‘label’","channels":"１","width":"IMG_HEIGHT","height":"14 * 2"}}""", "correct")]
    public async Task Check_NoTrainer_StatusOfEveryKind(string body, string status)
    {
        using var client = Site.Client();

        var answer = await OkAsync(client, "dataset?lang=en", body);

        answer.GetProperty("status").GetString().ShouldBe(status);
        answer.GetProperty("outcome").GetProperty("kind").GetString().ShouldBe("none");
        answer.GetProperty("outcome").GetProperty("reason").GetString().ShouldBe(status is "wrong" or "correct" ? "noTrainer" : null);
        answer.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        if (status == "correct")
        {
            answer.GetProperty("gaps").GetProperty("label").GetProperty("readAs").GetString().ShouldBe("'label'");
        }
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "body")]
    [InlineData("[]", HttpStatusCode.BadRequest, "body")]
    [InlineData("""{"gap":{}}""", HttpStatusCode.BadRequest, "gap")]
    [InlineData("""{"gaps":[]}""", HttpStatusCode.BadRequest, "gaps")]
    [InlineData("""{"gaps":{"lable":"'label'"}}""", HttpStatusCode.BadRequest, "lable")]
    [InlineData("""{"gaps":{"label":{}}}""", HttpStatusCode.BadRequest, "label")]
    [InlineData("""{"gaps":{"label":"\ud800"}}""", HttpStatusCode.BadRequest, "label")]
    public async Task Check_BadBody_NamesTheField(string body, HttpStatusCode status, string field)
    {
        using var client = Site.Client();

        using var response = await PostAsync(client, "dataset", body);

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        problem.GetProperty("errors").GetProperty(field)[0].GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Check_WrongCalls_AreRefused()
    {
        using var client = Site.Client();
        foreach (var (path, body, type, status) in new[]
        {
            ("cnn/exercises/model", "{}", "application/json", HttpStatusCode.NotFound),
            ("cnn/exercises/nothing", "{}", "application/json", HttpStatusCode.NotFound),
            ("nothing/exercises/dataset", "{}", "application/json", HttpStatusCode.NotFound),
            ("cnn/exercises/dataset", "gaps=1", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType),
            ("cnn/exercises/dataset", "{\"gaps\":{\"label\":\"" + new string('x', 100_000) + "\"}}", "application/json", HttpStatusCode.RequestEntityTooLarge),
        })
        {
            using var content = new StringContent(body, Encoding.UTF8, type);
            using var response = await client.PostAsync(new Uri($"/api/lessons/{path}/check", UriKind.Relative), content, Cancel);
            response.StatusCode.ShouldBe(status, path);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", path);
        }
    }

    [Fact]
    public async Task Check_TooOften_429WithRetryAfter()
    {
        await using var site = await TestSite.StartAsync(("Exercises:ChecksPerMinute", "3"));
        using var client = site.Client();
        using var first = await client.GetAsync(new Uri("/api/lessons", UriKind.Relative), Cancel);
        for (var i = 0; i < 3; i++)
        {
            await OkAsync(client, "dataset", "{}");
        }

        using var refused = await PostAsync(client, "dataset", Wrong);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        using var another = site.Client();
        await OkAsync(another, "dataset", "{}");
    }

    [Fact]
    public async Task Work_AfterSome_HoldsAllOfItAndNoOneElses()
    {
        await using var trainer = await TrainerAsync();
        using var client = Site.Client();
        await OkAsync(client, "dataset", Wrong);
        await OkAsync(client, "dataset", """{"gaps":{"label":"'label'","channels":1,"width":28,"height":28}}""");
        using var run = await client.PostAsync(new Uri("/api/lessons/cnn/cells/setup/run", UriKind.Relative), null, Cancel);
        run.EnsureSuccessStatusCode();

        using var response = await client.GetAsync(new Uri("/api/lessons/cnn/work", UriKind.Relative), Cancel);

        response.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldContain("cnn");
        var work = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var exercise = work.GetProperty("exercises")[0];
        exercise.GetProperty("attempts").GetInt32().ShouldBe(2);
        exercise.GetProperty("solvedAt").ValueKind.ShouldBe(JsonValueKind.String);
        exercise.GetProperty("checked")[0].GetProperty("mistake").GetString().ShouldBe("plural");
        exercise.GetProperty("checked")[0].GetProperty("answers").GetProperty("label").GetString().ShouldBe("'labels'");
        exercise.GetProperty("checked")[1].GetProperty("status").GetString().ShouldBe("correct");
        work.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("cell").GetString()).ShouldBe(["setup"]);
        work.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("name").GetString()).ShouldBe(["channels", "height", "label", "width"]);

        using var another = Site.Client();
        (await another.GetFromJsonAsync<JsonElement>(new Uri("/api/lessons/cnn/work", UriKind.Relative), Cancel))
            .GetProperty("exercises").GetArrayLength().ShouldBe(0);
        (await another.GetAsync(new Uri("/api/lessons/nothing/work", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<JsonElement> OkAsync(HttpClient client, string exercise, string body)
    {
        using var response = await PostAsync(client, exercise, body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Cancel));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string exercise, string body)
    {
        var (name, query) = exercise.Split('?') is [var first, var second] ? (first, "?" + second) : (exercise, "");
        using var content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri($"/api/lessons/{NotebookSite.Lesson}/exercises/{name}/check{query}", UriKind.Relative), content, Cancel);
    }
}
