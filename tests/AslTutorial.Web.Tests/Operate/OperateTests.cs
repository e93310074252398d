using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Operate;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static AslTutorial.Web.Tests.Operate.OperatedSite;

namespace AslTutorial.Web.Tests.Operate;

/// <summary>The operator's page, over the wire.</summary>
public sealed class OperateTests(OperatedSite one) : OneSiteTests(one), IClassFixture<OperatedSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_WithoutAKeyInTheSettings_IsNotThere()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        (await client.GetAsync("/operate", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var entered = await client.PostAsync("/operate/in", Form(("key", "")), Cancel);
        ((int)entered.StatusCode).ShouldBeInRange(400, 404);
        entered.Headers.Contains("Set-Cookie").ShouldBeFalse();
        using var bearer = Bearer(site, "");
        (await bearer.GetAsync("/operate/state", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task State_GuessedKeysAsBearerTokens_CostWhatTheyDoInThePage()
    {
        var time = new FakeTimeProvider();
        await using var site = TestSite.StartWith(services => services
            .Configure<OperateOptions>(options => options.Key = Key)
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<WrongKeys>(provider, time)));
        using var bearer = Bearer(site, Key + "!");
        var guesses = Enumerable.Range(0, WrongKeys.WaitingPerAddress + 1).Select(_ => bearer.GetAsync("/operate/state", Cancel)).ToList();

        // They wait by a clock that stands still, and the one too many is told nothing at all.
        var cut = await Task.WhenAny(guesses);
        await Should.ThrowAsync<HttpRequestException>(() => cut);
        guesses.Remove(cut);
        guesses.ShouldAllBe(guess => !guess.IsCompleted);

        await Eventually.ShouldBeTrueAsync(
            () =>
            {
                time.Advance(WrongKeys.Cost);
                return guesses.TrueForAll(guess => guess.IsCompleted);
            },
            "the time has been paid");
        (await Task.WhenAll(guesses)).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Page_WithoutTheKeyOrFromAnotherOrigin_TellsAndDoesNothing()
    {
        using var client = Site.Client();
        (await client.GetAsync("/api/runs", Cancel)).EnsureSuccessStatusCode(); // a learner's cookie is no key
        (await client.GetStringAsync("/operate", Cancel)).ShouldNotContain("op-trainers");
        (await client.GetAsync("/operate/state", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var action in (string[])["cancel", "clear", "restart", "block", "unblock", "read-only", "backup", "out"])
        {
            (await client.PostAsync($"/operate/{action}", Form(("on", "true")), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, action);
        }

        using var wrong = await client.PostAsync("/operate/in", Form(("key", Key + "!")), Cancel);
        wrong.Headers.Location!.ToString().ShouldBe("/operate?failed=key");
        wrong.Headers.Contains("Set-Cookie").ShouldBeFalse();

        await EnterAsync(client);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/operate/read-only") { Content = Form(("on", "true")) };
        foreign.Headers.Add("Origin", "http://elsewhere.example");
        (await client.SendAsync(foreign, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await StateAsync(Site)).GetProperty("isReadOnly").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Page_AskedForInAFlood_HasABudgetOfItsOwnAndMakesNoLearners()
    {
        const int Flood = 100;
        await using var site = await TestSite.StartAsync(("Operate:Key", Key));
        using var client = site.Client(keepCookies: false);

        var answers = new List<(HttpStatusCode Status, bool NamesALearner)>();
        for (var i = 0; i < Flood; i++)
        {
            using var answer = await client.GetAsync("/operate", Cancel);
            answers.Add((answer.StatusCode, answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.Contains("asl-learner", StringComparison.Ordinal))));
        }

        answers.ShouldAllBe(answer => !answer.NamesALearner);
        answers[0].Status.ShouldBe(HttpStatusCode.OK);
        answers.ShouldContain(answer => answer.Status == HttpStatusCode.TooManyRequests);

        // The pages of that address' learners have theirs.
        (await client.GetAsync("/", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET", "/operate/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/operate/state", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/operate/backup", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/operate/state", HttpStatusCode.MethodNotAllowed)]
    public async Task Refusal_UnderTheOperatorsAddress_DrawsNoPage(string method, string path, HttpStatusCode status)
    {
        await using var site = await TestSite.StartAsync(("Operate:Key", Key));
        using var client = site.Client(keepCookies: false);

        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await client.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("<html");
        answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Operator_SeesAndEndsRunsOfOthers()
    {
        using var learner = Site.Client();
        var first = await OrderAsync(learner);
        await OrderAsync(learner);
        using var client = Site.Client();
        await EnterAsync(client);
        var page = await client.GetStringAsync("/operate?culture=en", Cancel);
        page.ShouldContain(first.ToString()[^12..]);
        page.ShouldContain("waiting: 2");

        // To look is no fault: neither the query nor the page warns of itself.
        (await StateAsync(Site)).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("category").GetString()!)
            .ShouldNotContain(category => category.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || category.Contains("Antiforgery", StringComparison.Ordinal));

        using var cancelled = await client.PostAsync("/operate/cancel", Form(("run", first.ToString())), Cancel);
        cancelled.Headers.Location!.ToString().ShouldStartWith("/operate?said=");
        (await learner.GetFromJsonAsync<JsonElement>($"/api/runs/{first}", Cancel)).GetProperty("state").GetString().ShouldBe("cancelled");
        (await client.PostAsync("/operate/cancel", Form(("run", Guid.NewGuid().ToString())), Cancel)).Headers.Location!.ToString().ShouldStartWith("/operate?failed=");

        // Only those of an address, by its mask or itself; then all.
        using var bearer = Bearer(Site, Key);
        var mask = (await StateAsync(Site)).GetProperty("visitors")[0].GetProperty("address").GetString()!;
        mask.ShouldMatch("^[0-9a-f]{12}$");
        (await SayAsync(bearer, "clear", ("address", "203.0.113.9"))).ShouldBe("Cancelled 0 waiting runs.");
        (await SayAsync(bearer, "clear", ("address", mask))).ShouldBe("Cancelled 1 waiting runs.");
        (await StateAsync(Site)).GetProperty("waiting").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task ReadOnly_AndBlocks_HoldUntilTakenBack()
    {
        // Whatever comes of it, the other tests may write.
        await using var site = await TestSite.StartAsync(("Operate:Key", Key));
        using var learner = site.Client();
        using var bearer = Bearer(site, Key);
        await OrderAsync(learner);

        (await SayAsync(bearer, "read-only", ("on", "true"))).ShouldContain("read");
        using var refused = await learner.PostAsJsonAsync("/api/runs", new { epochs = 1 }, Cancel);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await learner.GetAsync("/lessons/cnn", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await SayAsync(bearer, "read-only", ("on", "false"));
        await OrderAsync(learner);

        // The own address is not to be blocked by a slip; another is, and is shown, and let in again.
        using var own = await bearer.PostAsync("/operate/block", Form(("address", "127.0.0.1"), ("minutes", "5")), Cancel);
        own.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await own.Content.ReadAsStringAsync(Cancel)).ShouldContain("you ask from yourself");
        await SayAsync(bearer, "block", ("address", "2001:db8::7"), ("minutes", "5"));
        var block = (await StateAsync(site, addresses: true)).GetProperty("blocks")[0];
        block.GetProperty("address").GetString().ShouldBe("2001:db8::/64");
        (await SayAsync(bearer, "unblock", ("address", "2001:db8::9"))).ShouldContain("not blocked any more");
        (await bearer.PostAsync("/operate/block", Form(("address", "nowhere"), ("minutes", "5")), Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bearer.PostAsync("/operate/block", Form(("address", "203.0.113.9"), ("minutes", "many")), Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task BackUp_IsACopyThatCanBeRestored()
    {
        using var backups = new TestFolder();
        await using var site = await TestSite.StartAsync(("Operate:Key", Key), ("Operate:BackupDirectory", backups.Path));
        using var learner = site.Client();
        await OrderAsync(learner);
        using var bearer = Bearer(site, Key);
        var said = await SayAsync(bearer, "backup");
        var copy = Directory.GetDirectories(backups.Path).ShouldHaveSingleItem();
        said.ShouldContain(copy);
        File.Exists(Path.Combine(copy, "site.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task Cookie_OfAnotherKey_IsNoneAnyMore()
    {
        using var folder = new TestFolder();
        var cookies = new CookieContainer();
        int port;
        await using (var site = TestSite.StartOn(folder, port: 0, ("Operate:Key", Key)))
        {
            port = site.Address.Port;
            using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site.Address };
            await EnterAsync(client);
            (await client.GetAsync("/operate/state", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using (var site = TestSite.StartOn(folder, port, ("Operate:Key", Key + "-changed")))
        {
            using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site.Address };
            (await client.GetAsync("/operate/state", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    private static async Task<Guid> OrderAsync(HttpClient learner)
    {
        using var answer = await learner.PostAsJsonAsync("/api/runs", new { epochs = 1, trainLimit = 64, fresh = true }, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetGuid();
    }

    private static async Task EnterAsync(HttpClient client)
    {
        using var answer = await client.PostAsync("/operate/in", Form(("key", Key)), Cancel);
        answer.Headers.Location!.ToString().ShouldBe("/operate");
        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase)
            && cookie.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase) && cookie.Contains("path=/operate", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> SayAsync(HttpClient bearer, string action, params (string Name, string Value)[] form)
    {
        using var answer = await bearer.PostAsync($"/operate/{action}", Form(form), Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }

    private static async Task<JsonElement> StateAsync(TestSite site, bool addresses = false)
    {
        using var bearer = Bearer(site, Key);
        return await bearer.GetFromJsonAsync<JsonElement>($"/operate/state?addresses={(addresses ? "true" : "false")}", Cancel);
    }

    private static HttpClient Bearer(TestSite site, string key)
    {
        var client = site.Client(keepCookies: false);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
