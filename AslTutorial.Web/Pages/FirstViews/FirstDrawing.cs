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
/// Draws each lesson once in each language after a start, for nobody: whoever comes first would else wait until all of the
/// code that draws is compiled and the lessons are parsed. The site says that it is ready when this is over.
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

        // Here, before anybody can ask: the work itself begins some time after the start.
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
            // The site ends.
        }
#pragma warning disable CA1031 // What goes wrong here goes wrong for a reader too, and is told there.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _log.LogWarning(e, "A lesson could not be drawn ahead of its first reader");
        }

        _drawn.IsOver = true;
    }

    // Without the server and its middleware: nobody is admitted, counted or given a cookie.
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
