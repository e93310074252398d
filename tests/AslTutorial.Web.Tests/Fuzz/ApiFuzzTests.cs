using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AslTutorial.Web.Tests.Fuzz;

/// <summary>Every endpoint that takes JSON, as the OpenAPI document lists them.</summary>
public sealed class ApiFuzzTests
{
    private const int InSuite = 3_000;
    private const int Tries = 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Body_OfAnyBytes_IsAnsweredWithoutAFault()
    {
        await using var fuzzed = await FuzzedSite.StartAsync();
        using var client = fuzzed.Site.Client();
        // Another learner each time: what one alone may ask for is little.
        using var stranger = fuzzed.Site.Client(keepCookies: false);
        using var document = await client.GetFromJsonAsync<JsonDocument>(new Uri("/openapi/v1.json", UriKind.Relative), Cancel);
        var lesson = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/lessons/cnn", UriKind.Relative), Cancel);
        using var begun = await client.PostAsJsonAsync(new Uri("/api/runs", UriKind.Relative), new { }, Cancel);
        var run = (await begun.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!;
        var endpoints = Endpoints(document!.RootElement).ToList();
        endpoints.Count.ShouldBeGreaterThanOrEqualTo(4);
        var answers = new Dictionary<HttpStatusCode, int>();
        var count = FuzzedSite.Count(InSuite);
        for (var seed = 0; seed < count; seed++)
        {
            var json = new FuzzJson(seed);
            var (method, path, names) = json.Of(endpoints);
            var address = path.Replace("{slug}", "cnn", StringComparison.Ordinal).Replace("{id}", run, StringComparison.Ordinal)
                .Replace("{cell}", Id(json, lesson.GetProperty("cells")), StringComparison.Ordinal)
                .Replace("{exercise}", Id(json, lesson.GetProperty("exercises")), StringComparison.Ordinal);
            address.ShouldNotContain("{");
            using var answer = await SendAsync(path.Contains("{id}", StringComparison.Ordinal) ? client : stranger, method, address, json.Body(names), seed);

            // Without a trainer cells are answered 503; that is no fault.
            var fine = (int)answer.StatusCode < 500 || (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null);
            fine.ShouldBeTrue($"seed {seed}: {method} {address} was answered {answer.StatusCode}");
            answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
        }

        answers[HttpStatusCode.BadRequest].ShouldBeGreaterThan(count / 20);
        await fuzzed.ShouldBeWellAsync();
    }

    [Theory]
    [InlineData("""{"lesson":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"name":{"\udc00":["\ud800"]}}""")]
    [InlineData("""{"name":1,"name":2}""")]
    [InlineData("""{"epochs":1e999}""")]
    public async Task Body_ThatIsNoText_IsRefusedByEveryEndpoint(string body)
    {
        await using var fuzzed = await FuzzedSite.StartAsync();
        using var client = fuzzed.Site.Client();
        using var document = await client.GetFromJsonAsync<JsonDocument>(new Uri("/openapi/v1.json", UriKind.Relative), Cancel);
        var lesson = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/lessons/cnn", UriKind.Relative), Cancel);
        using var begun = await client.PostAsJsonAsync(new Uri("/api/runs", UriKind.Relative), new { }, Cancel);
        var run = (await begun.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!;
        foreach (var (method, path, _) in Endpoints(document!.RootElement))
        {
            var address = path.Replace("{slug}", "cnn", StringComparison.Ordinal).Replace("{id}", run, StringComparison.Ordinal)
                .Replace("{cell}", First(lesson.GetProperty("cells")), StringComparison.Ordinal)
                .Replace("{exercise}", First(lesson.GetProperty("exercises")), StringComparison.Ordinal);
            using var request = new HttpRequestMessage(method, address) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            using var answer = await client.SendAsync(request, Cancel);

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    /// <summary>A connection that the site has closed, as it may after a body that it did not read, is no answer: that is tried on another one.</summary>
    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, byte[] body, int seed)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            try
            {
                return await client.SendAsync(request, Cancel);
            }
            catch (Exception e) when ((e is HttpRequestException && attempt == Tries) || (e is TaskCanceledException && !Cancel.IsCancellationRequested))
            {
                throw new ShouldAssertException($"seed {seed}: {method} {address} with {body.Length} bytes was not answered: {e.Message}");
            }
            catch (HttpRequestException)
            {
                // Tried again.
            }
        }
    }

    private static string Id(FuzzJson json, JsonElement of) => json.Next(5) == 0 ? "no-such" : json.Of(of.EnumerateArray().ToList()).GetProperty("id").GetString()!;

    private static string First(JsonElement of) => of[0].GetProperty("id").GetString()!;

    private static IEnumerable<(HttpMethod Method, string Path, IReadOnlyList<string> Names)> Endpoints(JsonElement document)
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                if (operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("requestBody", out var body)
                    && body.GetProperty("content").TryGetProperty("application/json", out var json))
                {
                    yield return (new HttpMethod(operation.Name.ToUpperInvariant()), path.Name, [.. Names(document, json.GetProperty("schema")), "other"]);
                }
            }
        }
    }

    private static IEnumerable<string> Names(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        return schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(p => p.Name) : [];
    }
}
