using System.Net;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Pages.FirstViews;

/// <summary>Readers who come for the first time are sent one page, and are readers of their own all the same.</summary>
public sealed class FirstViewsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newcomers_WithinASecond_GetTheSamePageAndCookiesOfTheirOwn()
    {
        await using var site = await TestSite.StartAsync();

        var views = new List<View>();
        for (var i = 0; i < 3; i++)
        {
            views.Add(await ViewAsync(site, "/lessons/cnn"));
        }

        // The first one is drawn; a slow machine may have drawn the second as well, as the page was older than two seconds then.
        views[^1].Body.ShouldBe(views[^2].Body);
        views.Select(view => view.Cookie).Distinct().Count().ShouldBe(3);
        views.Select(view => view.Policy).Distinct().Count().ShouldBe(3);
        views.ShouldAllBe(view => view.CacheControl.Contains("no-store"));

        (await ViewAsync(site, "/lessons/cnn", language: "zh-CN")).Body.ShouldNotBe(views[^1].Body);
        (await ViewAsync(site, "/lessons/dense")).Body.ShouldNotBe(views[^1].Body);
        (await ViewAsync(site, "/lessons/nowhere")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reader_WithWorkOfTheirOwn_IsDrawnAPageOfTheirOwn()
    {
        await using var site = await TestSite.StartAsync();
        using var reader = site.Client();
        (await reader.GetAsync(new Uri("/lessons/cnn?culture=en", UriKind.Relative), Cancel)).EnsureSuccessStatusCode();
        using var answers = new StringContent("""{"gaps":{"label":"'of this reader alone'"}}""", null, "application/json");
        (await reader.PostAsync(new Uri("/api/lessons/cnn/exercises/dataset/check", UriKind.Relative), answers, Cancel)).EnsureSuccessStatusCode();

        await ViewAsync(site, "/lessons/cnn");
        var own = await reader.GetStringAsync(new Uri("/lessons/cnn", UriKind.Relative), Cancel);
        var newcomer = await ViewAsync(site, "/lessons/cnn");

        own.ShouldContain("of this reader alone");
        newcomer.Body.ShouldNotContain("of this reader alone");
    }

    [Fact]
    public async Task Start_DrawsEachLessonAhead_BeforeItSaysReady()
    {
        await using var site = await TestSite.StartAsync(("Content:DrawAhead", "true"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var client = site.Client();
        var drawing = site.Services.GetRequiredService<DrawnAhead>();

        await Eventually.ShouldBeTrueAsync(
            async () =>
            {
                var isOver = drawing.IsOver;
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
                (answer.StatusCode == HttpStatusCode.OK && !isOver && !drawing.IsOver).ShouldBeFalse("ready before the lessons were drawn");
                return answer.StatusCode == HttpStatusCode.OK;
            },
            "the site is ready");

        drawing.IsOver.ShouldBeTrue();
        site.Services.GetRequiredService<LastFaults>().List().ShouldNotContain(fault => fault.Text.Contains("drawn ahead", StringComparison.Ordinal));
    }

    private static async Task<View> ViewAsync(TestSite site, string path, string language = "en")
    {
        using var client = site.Client(keepCookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        using var answer = await client.SendAsync(request, Cancel);
        return new(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(Cancel),
            answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First(cookie => cookie.StartsWith("asl-learner=", StringComparison.Ordinal)) : "",
            string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")),
            answer.Headers.CacheControl?.ToString() ?? "");
    }

    private sealed record View(HttpStatusCode Status, string Body, string Cookie, string Policy, string CacheControl);
}
