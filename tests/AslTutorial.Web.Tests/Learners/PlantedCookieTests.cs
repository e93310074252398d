using System.Net;
using System.Text;
using System.Text.Json;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Learners;

/// <summary>What another host of the domain can do with cookies, and what a learner's own cookie goes through in a year.</summary>
public sealed class PlantedCookieTests(SharedSite shared)
{
    private const string Secure = "__Host-asl-learner";
    private const string Plain = "asl-learner";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstCall_UnderHttps_SetsACookieThatNoOtherHostCanSet()
    {
        using var answer = await AskAsync("https");

        var cookie = SetCookies(answer).Single(c => c.StartsWith(Secure + "=", StringComparison.Ordinal));
        cookie.ShouldContain("; secure", Case.Insensitive);
        cookie.ShouldContain("; path=/;", Case.Insensitive);
        cookie.ShouldContain("; httponly", Case.Insensitive);
        cookie.ShouldNotContain("domain", Case.Insensitive);
    }

    [Theory]
    [InlineData("asl-learner")]
    [InlineData("__host-asl-learner")]
    [InlineData("__Host-ASL-learner")]
    public async Task PlantedCookie_UnderHttps_IsNobody(string name)
    {
        var attacker = await NewAsync("http", Plain);

        (await AskedWithAsync("https", $"{name}={attacker}")).Id.ShouldNotBe(IdOf(attacker));
    }

    [Fact]
    public async Task PlantedCookie_BesideTheOwnUnderHttps_ChangesNothing()
    {
        var own = await NewAsync("https", Secure);
        var attacker = await NewAsync("http", Plain);

        var (status, id) = await AskedWithAsync("https", $"{Plain}={attacker}; {Secure}={own}");

        status.ShouldBe(HttpStatusCode.OK);
        id.ShouldBe(IdOf(own));
    }

    [Theory]
    [InlineData("/api/runs")]
    [InlineData("/")]
    [InlineData("/hubs/training?id=abc")]
    public async Task TwoCookies_OfOneName_AreRefusedAndThePlantedOneTakenAway(string path)
    {
        var own = await NewAsync("http", Plain);
        var attacker = await NewAsync("http", Plain);
        using var client = shared.Site.Client(keepCookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "learn.school.example";
        request.Headers.Add("Cookie", $"{Plain}={attacker}; {Plain}={own}");

        using var answer = await client.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        SetCookies(answer).ShouldHaveSingleItem().ShouldStartWith($"{Plain}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; domain=school.example; path=/");
    }

    [Fact]
    public async Task TwoCookies_ThatAreTheSame_AreOneLearner()
    {
        var own = await NewAsync("http", Plain);

        (await AskedWithAsync("http", $"{Plain}={own}; {Plain}={own}")).ShouldBe((HttpStatusCode.OK, IdOf(own)));
    }

    [Fact]
    public async Task OldCookie_UnderHttps_MovesWithItsLearner()
    {
        var id = LearnerCookie.NewId();
        using var answer = await AskAsync("https", $"{Plain}={Old(id)}");

        var moved = SetCookies(answer).Single(c => c.StartsWith(Secure, StringComparison.Ordinal)).Split(';')[0][(Secure.Length + 1)..];
        IdOf(moved).ShouldBe(id);
        SetCookies(answer).ShouldContain(c => c.StartsWith($"{Plain}=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
    }

    [Fact]
    public void Cookie_ThatIsUsed_IsRenewedAndKeepsWhenItBegan()
    {
        var time = new FakeTimeProvider();
        var cookie = new LearnerCookie(shared.Site.Services.GetRequiredService<IDataProtectionProvider>(), time);
        var begun = time.GetUtcNow();
        var id = LearnerCookie.NewId();
        var value = Written(cookie, id, since: null);
        cookie.See(Asking(value)).ShouldBe(new SeenLearner(id, begun, IsStale: false));

        time.Advance(TimeSpan.FromDays(40));
        var seen = cookie.See(Asking(value)).ShouldNotBeNull();
        seen.ShouldBe(new SeenLearner(id, begun, IsStale: true));
        var renewed = Written(cookie, id, seen.Since);

        time.Advance(TimeSpan.FromDays(350));
        cookie.Read(Asking(value)).ShouldBeNull("a year after it was given");
        cookie.See(Asking(renewed)).ShouldBe(new SeenLearner(id, begun, IsStale: true));
    }

    private static string Written(LearnerCookie cookie, string id, DateTimeOffset? since)
    {
        var http = new DefaultHttpContext();
        cookie.Write(http.Response, id, since);
        return http.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    private static HttpRequest Asking(string cookie)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = cookie;
        return http.Request;
    }

    private static IEnumerable<string> SetCookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private string Old(string id) => WebEncoders.Base64UrlEncode(shared.Site.Services.GetRequiredService<IDataProtectionProvider>()
        .CreateProtector("AslTutorial.Learner.v1").Protect(WebEncoders.Base64UrlDecode(id)));

    private string? IdOf(string value) => shared.Site.Services.GetRequiredService<LearnerCookie>().Read(Asking($"{Plain}={value}"));

    private async Task<string> NewAsync(string scheme, string name)
    {
        using var answer = await AskAsync(scheme);
        return SetCookies(answer).Single(c => c.StartsWith(name + "=", StringComparison.Ordinal)).Split(';')[0][(name.Length + 1)..];
    }

    /// <summary>The learner that the site takes the caller for: by the run that it begins.</summary>
    private async Task<(HttpStatusCode Status, string? Id)> AskedWithAsync(string scheme, string cookie)
    {
        using var client = shared.Site.Client(keepCookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request, Cancel);
        var run = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("id").GetGuid();
        await using var db = await shared.Site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        return (answer.StatusCode == HttpStatusCode.Created ? HttpStatusCode.OK : answer.StatusCode, db.Runs.Single(r => r.Id == run).LearnerId);
    }

    private async Task<HttpResponseMessage> AskAsync(string scheme, string? cookie = null)
    {
        using var client = shared.Site.Client(keepCookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/runs");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await client.SendAsync(request, Cancel);
    }
}
