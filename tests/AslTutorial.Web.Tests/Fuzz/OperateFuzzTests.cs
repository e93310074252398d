using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AslTutorial.Web.Tests.Operate;

namespace AslTutorial.Web.Tests.Fuzz;

/// <summary>The operator's forms, with and without the key.</summary>
public sealed class OperateFuzzTests
{
    private const int InSuite = 1_500;
    private const int Tries = 5;
    private const int MaxFormBytes = 4 << 10;

    /// <summary>A backup that is asked for with the key is made, whatever the form says.</summary>
    private static readonly string[] Guarded = ["cancel", "clear", "restart", "block", "unblock", "read-only", "no-such"];

    private static readonly string[] Open = ["backup", "out", "", "state", "nowhere", .. Guarded];

    private static readonly string[] Names = ["run", "address", "trainer", "minutes", "on", "key", "__RequestVerificationToken", "_handler", "", "\0", "%ud800"];

    private static readonly string[] Values =
    [
        "", "true", "false", "1", "-1", "99999999999999999999", "127.0.0.1", "2001:db8::/64", "::ffff:192.0.2.1/64", "00000000-0000-0000-0000-000000000000", "%ED%A0%80", "%ED%BF%BF",
        "%00", "%", "%zz", "%u0000", "手", "<script>", "../..", "%0d%0aSet-Cookie:%20x=y", "\ud83d\ude00", new('9', 500), new('x', 5_000),
    ];

    private static readonly string[] Types =
    [
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=no-such",
        "multipart/form-data; boundary=b", "multipart/form-data", "multipart/form-data; boundary=\"\"", "application/json", "text/plain",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_OfAnyBytes_IsAnsweredWithoutAFault()
    {
        await using var fuzzed = await FuzzedSite.StartAsync(("Operate:Key", OperatedSite.Key));
        using var stranger = fuzzed.Site.Client(keepCookies: false);
        using var keyed = fuzzed.Site.Client(keepCookies: false);
        keyed.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OperatedSite.Key);
        var answers = new Dictionary<HttpStatusCode, int>();
        var count = FuzzedSite.Count(InSuite);
        for (var seed = 0; seed < count; seed++)
        {
            var random = new FuzzJson(seed);
            var isKeyed = random.Next(4) > 0;
            var path = $"/operate/{random.Of(isKeyed ? Guarded : Open)}".TrimEnd('/');
            var type = random.Next(3) == 0 ? random.Of(Types) : Types[0];
            var body = Body(random, type);
            var status = await SendAsync(isKeyed ? keyed : stranger, path, type, body, hasLength: random.Next(4) > 0);

            ((int)status).ShouldBeLessThan(500, $"seed {seed}: {path}, {type}, {body.Length} bytes");
            if (!isKeyed)
            {
                ((int)status).ShouldBeGreaterThanOrEqualTo(400, $"seed {seed}: {path}");
            }

            answers[status] = answers.GetValueOrDefault(status) + 1;
        }

        answers[HttpStatusCode.OK].ShouldBeGreaterThan(0);
        answers[HttpStatusCode.BadRequest].ShouldBeGreaterThan(count / 20);
        answers[HttpStatusCode.RequestEntityTooLarge].ShouldBeGreaterThan(0);
        await fuzzed.ShouldBeWellAsync();
    }

    [Theory]
    [InlineData("key=")]
    [InlineData("key=%ED%A0%80")]
    [InlineData("key=the-operators-own-key&key=the-operators-own-key")]
    [InlineData("__RequestVerificationToken=x")]
    [InlineData("%ff%fe=%ff")]
    [InlineData("")]
    public async Task Key_ThatIsNone_LetsNobodyIn(string form)
    {
        await using var fuzzed = await FuzzedSite.StartAsync(("Operate:Key", OperatedSite.Key));
        using var stranger = fuzzed.Site.Client(keepCookies: false);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(form));
        content.Headers.ContentType = new(Types[0]);
        using var answer = await stranger.PostAsync(new Uri("/operate/in", UriKind.Relative), content, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/operate?failed=key");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        await fuzzed.ShouldBeWellAsync();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "key=%00&key=x")]
    [InlineData("multipart/form-data; boundary=\"\"", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nx")]
    public async Task Form_ThatIsNone_IsRefusedWithAndWithoutTheKey(string type, string form)
    {
        await using var fuzzed = await FuzzedSite.StartAsync(("Operate:Key", OperatedSite.Key));
        using var keyed = fuzzed.Site.Client(keepCookies: false);
        keyed.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OperatedSite.Key);
        using var stranger = fuzzed.Site.Client(keepCookies: false);

        (await SendAsync(stranger, "/operate/in", type, Encoding.UTF8.GetBytes(form), hasLength: true)).ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(keyed, "/operate/clear", type, Encoding.UTF8.GetBytes(form), hasLength: true)).ShouldBe(HttpStatusCode.BadRequest);
        await fuzzed.ShouldBeWellAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("__RequestVerificationToken=x&_handler=enter&key=the-operators-own-key")]
    [InlineData("__RequestVerificationToken=%ED%A0%80&_handler=%00")]
    public async Task Page_PostedToWithoutAnAntiforgeryToken_IsRefused(string form)
    {
        await using var fuzzed = await FuzzedSite.StartAsync(("Operate:Key", OperatedSite.Key));
        using var stranger = fuzzed.Site.Client(keepCookies: false);
        using var content = new StringContent(form, Encoding.UTF8, Types[0]);
        using var answer = await stranger.PostAsync(new Uri("/operate", UriKind.Relative), content, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await fuzzed.ShouldBeWellAsync();
    }

    /// <summary>A connection that the site has closed, as it may after a body that it did not read, is no answer: that is tried on another one.</summary>
    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string path, string type, byte[] body, bool hasLength)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var stream = new MemoryStream(body);
            using HttpContent content = hasLength ? new ByteArrayContent(body) : new StreamContent(stream);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.TransferEncodingChunked = hasLength ? null : true;
            try
            {
                using var answer = await client.SendAsync(request, Cancel);
                return answer.StatusCode;
            }
            catch (HttpRequestException) when (attempt < Tries)
            {
                // Tried again.
            }
        }
    }

    private static byte[] Body(FuzzJson random, string type)
    {
        if (random.Next(8) == 0)
        {
            return [.. Enumerable.Range(0, random.Of([0, 1, 50, MaxFormBytes, MaxFormBytes + 1, 70_000])).Select(_ => (byte)random.Next(256))];
        }

        var fields = Enumerable.Range(0, random.Next(40) == 0 ? 2_000 : random.Next(5)).Select(_ => (Name: random.Of(Names), Value: random.Of(Values))).ToList();
        var text = type.StartsWith("multipart", StringComparison.Ordinal)
            ? string.Concat(fields.Select(field => $"--b\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n")) + random.Of(["--b--\r\n", "--b", ""])
            : string.Join('&', fields.Select(field => $"{field.Name}={field.Value}"));
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = random.Next(4) == 0 ? 3 : 0; i > 0 && bytes.Length > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
