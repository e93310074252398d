using System.Collections.Concurrent;
using System.Globalization;
using AslTutorial.Lessons;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Learners;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AslTutorial.Web.Pages.FirstViews;

/// <summary>
/// Sends first-time readers the same compressed lesson page for some seconds; see docs/decisions/0040-first-views.md. This
/// middleware runs before the compression and after those that set the cookie and choose the language.
/// </summary>
internal sealed class FirstViews(RequestDelegate next, LessonLibrary library, NotebookHandoff handoff, TimeProvider time)
{
    /// <summary>Limit for cached pages: callers can make up many hosts and encodings, each with a page of its own.</summary>
    private const int MaxKept = 64;

    /// <summary>Well below five minutes, after which the tokens that start a page's circuit expire.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Usable = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Key, Kept> _kept = new();

    public Task InvokeAsync(HttpContext context) =>
        KeyOf(context) is { } key && LearnerOf(context) is { } learner && Find(key) is { } lesson
            ? AnswerAsync(context, key, learner, lesson)
            : next(context);

    private async Task AnswerAsync(HttpContext context, Key key, string learner, Lesson lesson)
    {
        var now = time.GetTimestamp();
        if (_kept.TryGetValue(key, out var kept)
            && ReferenceEquals(kept.Lesson, lesson)
            && time.GetElapsedTime(kept.At, now) is var age
            && age < Usable
            && (age < Fresh || !kept.TakesTurnToDraw()))
        {
            handoff.Leave(learner, lesson, kept.State, isShared: true);
            await kept.SendAsync(context);
            return;
        }

        if (await DrawAsync(context, lesson, learner, now) is { } drawn)
        {
            Keep(key, drawn, now);
        }
    }

    /// <summary>Renders the page for this reader and sends it. Null if it cannot be shown to others.</summary>
    private async Task<Kept?> DrawAsync(HttpContext context, Lesson lesson, string learner, long at)
    {
        var response = context.Response;
        var wire = response.Body;
        using var body = new MemoryStream();
        response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        Kept? drawn = null;
        if (response.StatusCode == StatusCodes.Status200OK && !response.HasStarted && handoff.Find(learner, lesson) is { } state)
        {
            drawn = new(lesson, state, body.ToArray(), [.. response.Headers.Where(header => header.Key != HeaderNames.SetCookie)], at);
        }

        if (body.Length > 0)
        {
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
        }

        return drawn;
    }

    private void Keep(Key key, Kept drawn, long now)
    {
        if (_kept.Count >= MaxKept && !_kept.ContainsKey(key))
        {
            foreach (var (old, kept) in _kept)
            {
                if (time.GetElapsedTime(kept.At, now) >= Usable)
                {
                    _kept.TryRemove(old, out _);
                }
            }
        }

        if (_kept.Count < MaxKept || _kept.ContainsKey(key))
        {
            _kept[key] = drawn;
        }
    }

    private Lesson? Find(Key key)
    {
        try
        {
            return library.Find(key.Slug, key.Culture);
        }
        catch (LessonContentException)
        {
            // The page itself reports the faults of the lesson's files.
            return null;
        }
    }

    // A new learner has no cookie in the request, but already an id in the claims.
    private static string? LearnerOf(HttpContext context) =>
        context.Request.Cookies.All(cookie => cookie.Key == CookieRequestCultureProvider.DefaultCookieName)
            ? context.User.FindFirst(LearnerClaims.Id)?.Value
            : null;

    private static Key? KeyOf(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsGet(request.Method)
            && !request.QueryString.HasValue
            && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(LessonPage)
            && context.GetRouteValue(nameof(LessonPage.Slug)) is string slug
            && !request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.OrdinalIgnoreCase)
            ? new(slug, CultureInfo.CurrentUICulture.Name, request.Headers.AcceptEncoding.ToString(), $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}")
            : null;
    }

    /// <param name="Address">Part of the key, because the page contains its own URL in links.</param>
    private sealed record Key(string Slug, string Culture, string AcceptEncoding, string Address);

    private sealed class Kept(
        Lesson lesson, DeskState state, byte[] body, KeyValuePair<string, StringValues>[] headers, long at)
    {
        private int _isDrawnAnew;

        public Lesson Lesson => lesson;

        public DeskState State => state;

        public long At => at;

        /// <summary>True for one caller only, who renders it anew; the others get the old page meanwhile.</summary>
        public bool TakesTurnToDraw() => Interlocked.Exchange(ref _isDrawnAnew, 1) == 0;

        public async Task SendAsync(HttpContext context)
        {
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
