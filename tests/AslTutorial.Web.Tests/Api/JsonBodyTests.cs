using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

/// <summary>What holds for the body of every call that takes one.</summary>
public sealed class JsonBodyTests(SharedSite shared)
{
    private const string Runs = "/api/runs";
    private const string Check = "/api/lessons/cnn/exercises/dataset/check";
    private const string Run = "/api/lessons/cnn/cells/setup/run";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Runs, """{"epochs":3,"epochs":4}""", "epochs")]
    [InlineData(Runs, """{"epochs":3,"Epochs":4}""", "Epochs")]
    [InlineData(Runs, """{"epochs":{"a":1,"a":2}}""", "a")]
    [InlineData(Check, """{"gaps":{"label":"'label'"},"gaps":{}}""", "gaps")]
    [InlineData(Check, """{"gaps":{"label":"'label'","label":"'labels'"}}""", "label")]
    [InlineData(Run, """{"gaps":{},"gaps":{}}""", "gaps")]
    [InlineData(Run, """{"gaps":{"a":"1","a":"1"}}""", "a")]
    [InlineData(Runs, """{"model":"\ud83d"}""", "model")]
    [InlineData(Runs, """{"\ud83d":1}""", "body")]
    [InlineData(Runs, """{"trainLimit":["\udc00"]}""", "trainLimit")]
    [InlineData(Check, """{"gaps":{"label":"a\udc00"}}""", "label")]
    [InlineData(Check, """{"gaps":{"\ud83d":"1"}}""", "gaps")]
    [InlineData(Run, """{"\ud83d":{}}""", "body")]
    [InlineData(Run, """{"gaps":{"a":"\ud83d\ud83d"}}""", "a")]
    public async Task Post_NameTwiceOrHalfACharacter_IsABadField(string address, string json, string field)
    {
        using var client = shared.Site.Client();
        using var body = new StringContent(json, Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), body, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors");
        errors.EnumerateObject().Select(error => error.Name).ShouldBe([field]);
    }

    [Theory]
    [InlineData(Runs)]
    [InlineData(Check)]
    [InlineData(Run)]
    public async Task Post_Compressed_IsUnsupported(string address)
    {
        using var client = shared.Site.Client();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync("{}"u8.ToArray(), Cancel);
        }

        using var body = new ByteArrayContent(packed.ToArray());
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        body.Headers.ContentEncoding.Add("gzip");

        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), body, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Headers.GetValues("Accept-Encoding").ShouldBe(["identity"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lessons/cnn")]
    [InlineData("/nowhere")]
    [InlineData("/runs")]
    [InlineData("/data")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/lessons")]
    [InlineData("/api/lessons/cnn?lang=en")]
    [InlineData("/api/lessons/cnn/work")]
    [InlineData("/api/lessons/none")]
    [InlineData("/api/runs")]
    [InlineData("/api/runs/6e1c0f0e-0000-4000-8000-000000000000")]
    [InlineData("/api/runs/6e1c0f0e-0000-4000-8000-000000000000/weights")]
    [InlineData("/api/nothing")]
    [InlineData("/favicon.svg")]
    public async Task Head_AnyAddress_AnswersAsGetWithoutABody(string address)
    {
        using var client = shared.Site.Client();
        using var ask = new HttpRequestMessage(HttpMethod.Head, address);

        using var get = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        using var head = await client.SendAsync(ask, Cancel);

        head.StatusCode.ShouldBe(get.StatusCode);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
    }
}
