using System.Globalization;
using System.Net;
using System.Security.Claims;
using AslTutorial.Lessons.Library;
using AslTutorial.Web.Content;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Localization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Pages.FirstViews;

/// <summary>
/// Renders each lesson once in each language after a start, so that the first reader need not wait until all rendering code is compiled
/// and all lessons are parsed. Only then does the site report that it is ready.
/// </summary>
internal sealed class FirstDrawing : BackgroundService
{
    private readonly IServiceProvider _services;
    private readonly EndpointDataSource _endpoints;
    private readonly LessonLibrary _library;
    private readonly DrawnAhead _drawn;
    private readonly IHostApplicationLifetime _life;
    private readonly ILogger<FirstDrawing> _log;

    public FirstDrawing(
        IServiceProvider services,
        EndpointDataSource endpoints,
        LessonLibrary library,
        DrawnAhead drawn,
        IOptions<LessonContentOptions> options,
        IHostApplicationLifetime life,
        ILogger<FirstDrawing> log)
    {
        (_services, _endpoints, _library, _drawn, _life, _log) = (services, endpoints, library, drawn, life, log);

        // In the constructor, because the service itself starts later than the first request may come.
        drawn.IsOver = !options.Value.DrawAhead;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_drawn.IsOver)
        {
            return;
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = _life.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            foreach (var slug in _library.Slugs)
            {
                foreach (var culture in SiteCultures.All.Select(CultureInfo.GetCultureInfo))
                {
                    await DrawAsync(slug, culture, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The site is stopping.
        }
#pragma warning disable CA1031 // A fault here will also happen to a reader and be reported there.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _log.LogWarning(e, "A lesson could not be drawn ahead of its first reader");
        }

        _drawn.IsOver = true;
    }

    // Calls the endpoint directly, without server and middleware: no admission, no counting and no cookie.
    private async Task DrawAsync(string slug, CultureInfo culture, CancellationToken cancel)
    {
        if (_endpoints.Endpoints.FirstOrDefault(e => e.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(LessonPage)) is not { RequestDelegate: { } draw } page)
        {
            return;
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        await using var scope = _services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancel };
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = Uri.UriSchemeHttp;
        context.Request.Host = new HostString("localhost");
        context.Request.Path = $"/lessons/{slug}";
        context.Request.RouteValues[nameof(LessonPage.Slug)] = slug;
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(LearnerClaims.Id, LearnerCookie.NewId())], LearnerClaims.AuthenticationType));
        context.SetEndpoint(page);
        context.Response.Body = Stream.Null;
        await draw(context);
    }
}
