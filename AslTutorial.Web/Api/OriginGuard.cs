using AslTutorial.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AslTutorial.Web.Api;

/// <summary>
/// Rejects requests by pages of another origin with the learner's cookie. SameSite=Lax keeps the cookie from requests of other sites,
/// but another port or a sibling host is the same site, and WebSockets have no same-origin rule.
/// A browser's page cannot omit or forge Origin; programs other than browsers send none.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next)
{
    private const string WebSocket = "websocket";

    public Task InvokeAsync(HttpContext context) => (IsRead(context.Request) && !OpensConnection(context)) || IsOwn(context.Request)
        ? next(context)
        : Results.Problem("The request comes from another site's page.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    /// <summary>A GET may open a connection too: a WebSocket, or a hub's server-sent events and long polls.</summary>
    private static bool OpensConnection(HttpContext context) =>
        Array.Exists(ConnectionPaths.All, path => context.Request.Path.StartsWithSegments(path))
        || AsksForWebSocket(context);

    // From the request itself, because the WebSocket middleware has not run yet.
    private static bool AsksForWebSocket(HttpContext context) =>
        context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true }
        || context.Request.Headers.ContainsKey(HeaderNames.SecWebSocketKey)
        || context.Request.Headers.GetCommaSeparatedValues(HeaderNames.Upgrade).Contains(WebSocket, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwn(HttpRequest request)
    {
        // Sec-Fetch-Site is right even behind a proxy that changes the host. Not every browser sends it with a WebSocket.
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
        // With the page's scheme: it implies the default port, and a proxy may have turned the request's https into http.
        && Uri.TryCreate($"{page.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var own)
        && string.Equals(page.Authority, own.Authority, StringComparison.OrdinalIgnoreCase);
}
