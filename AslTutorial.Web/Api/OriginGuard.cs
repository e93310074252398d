using AslTutorial.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AslTutorial.Web.Api;

/// <summary>
/// Refuses what another origin's page asks for with the learner's cookie. SameSite=Lax keeps the cookie from other
/// sites' requests, but another port or a sibling of the host is the same site; and WebSockets know no same-origin rule.
/// A browser cannot leave Origin out or make it up; a program without a browser sends none.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next)
{
    private const string WebSocket = "websocket";

    public Task InvokeAsync(HttpContext context) => (IsRead(context.Request) && !OpensConnection(context)) || IsOwn(context.Request)
        ? next(context)
        : Results.Problem("The request comes from another site's page.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    /// <summary>Also a GET may: by an upgrade, and at a hub by the events and polls that take a connection's place.</summary>
    private static bool OpensConnection(HttpContext context) =>
        Array.Exists(ConnectionPaths.All, path => context.Request.Path.StartsWithSegments(path))
        || AsksForWebSocket(context);

    // By the request itself: what the WebSocket middleware would say is not known before it has run.
    private static bool AsksForWebSocket(HttpContext context) =>
        context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true }
        || context.Request.Headers.ContainsKey(HeaderNames.SecWebSocketKey)
        || context.Request.Headers.GetCommaSeparatedValues(HeaderNames.Upgrade).Contains(WebSocket, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwn(HttpRequest request)
    {
        // The browser's own verdict also holds behind a proxy that changes the host's name. Not every browser gives it with a WebSocket.
        string? site = request.Headers["Sec-Fetch-Site"];
        if (!string.IsNullOrEmpty(site))
        {
            return site is "same-origin" or "none";
        }

        string? origin = request.Headers.Origin;
        return string.IsNullOrEmpty(origin) || IsOwn(origin, request);
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && !request.IsHttps))
        // The page's scheme, as the default port is not written out, and a proxy may have taken the request's https away.
        && Uri.TryCreate($"{page.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var own)
        && string.Equals(page.Authority, own.Authority, StringComparison.OrdinalIgnoreCase);
}
