namespace AslTutorial.Web.Api;

/// <summary>
/// Refuses what another origin's page asks for with the learner's cookie. SameSite=Lax keeps the cookie from other
/// sites' requests, but another port of the same host is the same site; and WebSockets know no same-origin rule.
/// A browser cannot leave Origin out or make it up; a program without a browser sends none.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if ((reads && !context.WebSockets.IsWebSocketRequest) || IsOwn(request))
        {
            return next(context);
        }

        return Results.Problem("The request comes from another site's page.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool IsOwn(HttpRequest request)
    {
        // The browser's own verdict also holds behind a proxy that changes the host's name.
        string? site = request.Headers["Sec-Fetch-Site"];
        if (!string.IsNullOrEmpty(site))
        {
            return site is "same-origin" or "none";
        }

        string? origin = request.Headers.Origin;
        return string.IsNullOrEmpty(origin)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.ToUriComponent(), StringComparison.OrdinalIgnoreCase));
    }
}
