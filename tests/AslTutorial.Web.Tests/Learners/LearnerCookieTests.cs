using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Learners;

public class LearnerCookieTests(SharedSite shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstCall_ToTheApi_SetsASafeCookie()
    {
        var site = shared.Site;
        using var client = site.Client(keepCookies: false);

        using var answer = await client.GetAsync(new Uri("/api/runs", UriKind.Relative), Cancel);

        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldNotContain("secure", Case.Insensitive);
        var expires = DateTimeOffset.Parse(cookie.Split("expires=")[1].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture);
        (expires - DateTimeOffset.UtcNow).TotalDays.ShouldBeInRange(364, 366);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/datasets/ab/train.png")]
    [InlineData("/favicon.svg")]
    [InlineData("/operate")]
    public async Task Call_ThatIsNobodys_SetsNoCookie(string path)
    {
        var site = shared.Site;
        using var client = site.Client(keepCookies: false);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];
        // The operator's page has a form, whose antiforgery cookie names no learner.
        cookies.Where(cookie => path != "/operate" || !cookie.StartsWith(".AspNetCore.Antiforgery", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_FirstVisit_SetsTheCookie()
    {
        var site = shared.Site;
        using var client = site.Client(keepCookies: false);

        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("asl-learner="));
    }

    [Fact]
    public async Task Cookie_AfterARestartOfTheSite_IsTheSameLearner()
    {
        using var folder = new TestFolder();
        string cookie;
        Guid id;
        await using (var site = TestSite.StartOn(folder))
        {
            using var client = site.Client(keepCookies: false);
            using var answer = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "application/json"), Cancel);
            cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetGuid();
        }

        await using var restarted = TestSite.StartOn(folder);
        (await DeleteAsync(restarted, id, Forged(cookie))).ShouldBe(HttpStatusCode.Forbidden);
        (await DeleteAsync(restarted, id, "asl-learner=" + Convert.ToBase64String(new byte[16]))).ShouldBe(HttpStatusCode.Forbidden);
        (await DeleteAsync(restarted, id, cookie)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> DeleteAsync(TestSite site, Guid id, string cookie)
    {
        using var client = site.Client(keepCookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/runs/{id}");
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static string Forged(string cookie)
    {
        var middle = cookie.Length - 20;
        return string.Concat(cookie.AsSpan(0, middle), cookie[middle] == 'A' ? "B" : "A", cookie.AsSpan(middle + 1));
    }
}
