using System.Net;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Hosting;

/// <summary>The site behind a proxy that ends https, as far as the site can tell.</summary>
public sealed class HttpsTests(SharedSite shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_UnderHttps_SetsSecureCookiesAlone()
    {
        using var answer = await AskAsync(shared.Site, "/?culture=en", ("X-Forwarded-Proto", "https"), ("Host", "learn.example"));

        answer.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        cookies.Count.ShouldBeGreaterThanOrEqualTo(3, "learner, language, antiforgery");
        cookies.Where(c => !c.Contains("01 Jan 1970", StringComparison.Ordinal)).ShouldAllBe(c => c.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Page_WithoutHttps_SaysNothingOfIt()
    {
        using var answer = await AskAsync(shared.Site, "/", ("Host", "learn.example"));

        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lessons/cnn")]
    [InlineData("/runs")]
    [InlineData("/api/runs")]
    [InlineData("/api/lessons/cnn/work")]
    public async Task Answer_ThatIsALearners_IsNotKept(string path)
    {
        using var answer = await AskAsync(shared.Site, path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task ForwardedScheme_FromAProxyThatIsNotNamed_IsNotBelieved()
    {
        await using var site = await TestSite.StartAsync(("Proxy:Trusted", "10.0.0.7"));

        using var answer = await AskAsync(site, "/api/runs", ("X-Forwarded-Proto", "https"));

        answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith("asl-learner=");
    }

    [Fact]
    public async Task AllowedHosts_OtherName_IsRefusedAndTheOwnTrainerIsNot()
    {
        await using var site = await TestSite.StartAsync(("..AllowedHosts", "learn.example"));

        (await StatusAsync("learn.example")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("127.0.0.1")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("rebound.example")).ShouldBe(HttpStatusCode.BadRequest);
        await using var trainer = await FakeTrainer.ReadyAsync(site);

        async Task<HttpStatusCode> StatusAsync(string host)
        {
            using var answer = await AskAsync(site, "/health/live", ("Host", host));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Storage_Prepared_IsItsOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has its own rights.");
            return;
        }

        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "keys"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "keys", "old.txt"), "", Cancel);
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        await using var site = TestSite.StartOn(folder);
        (await AskAsync(site, "/api/runs")).Dispose();

        const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var path in new[] { folder.Path }.Concat(Directory.EnumerateDirectories(folder.Path)))
        {
            new DirectoryInfo(path).UnixFileMode.ShouldBe(OwnFolder, path);
        }

        var files = Directory.GetFiles(folder.Path, "site.*").Append(Path.Combine(folder.Path, "keys", "old.txt")).ToList();
        files.ShouldContain(f => f.EndsWith("site.db-wal", StringComparison.Ordinal));
        await MakeKeyAsync(site);
        files.AddRange(Directory.GetFiles(Path.Combine(folder.Path, "keys"), "*.xml"));
        files.ShouldContain(f => f.EndsWith(".xml", StringComparison.Ordinal), "a key made while the site runs");
        foreach (var file in files)
        {
            new FileInfo(file).UnixFileMode.ShouldBe(OwnFile, file);
        }
    }

    private static async Task MakeKeyAsync(TestSite site)
    {
        using var page = await AskAsync(site, "/lessons/cnn");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> AskAsync(TestSite site, string path, params (string Name, string Value)[] headers)
    {
        using var client = site.Client(keepCookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request, Cancel);
    }
}
