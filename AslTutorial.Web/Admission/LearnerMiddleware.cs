using System.Security.Claims;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Learners;

namespace AslTutorial.Web.Admission;

/// <summary>Determines the learner of a request; a browser's first page or API call gets its cookie here.</summary>
internal sealed class LearnerMiddleware(RequestDelegate next, LearnerCookie cookie)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (cookie.IsAmbiguous(context.Request) && IsSomebodys(context))
        {
            LearnerCookie.DeletePlanted(context.Response);
            return Results.Problem(
                "The browser sent two learners' cookies, one of which another site of this domain may have set: it is taken away now. Load the page again; if this stays, delete the cookies of this site.",
                statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
        }

        if (NeedsLearner(context) || context.IsOperators())
        {
            context.Response.OnStarting(KeepFromCaches, context.Response);
        }

        var seen = cookie.See(context.Request);
        var id = seen?.Id;
        if ((seen is null or { IsStale: true }) && NeedsLearner(context) && context.Features.Get<Caller>() is not { StaysNameless: true })
        {
            id ??= LearnerCookie.NewId();
            cookie.Write(context.Response, id, seen?.Since);
        }

        if (id is not null)
        {
            context.User = new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(LearnerClaims.Id, id)], LearnerClaims.AuthenticationType));
        }

        return next(context);
    }

    // Shared responses, such as pictures, set their own Cache-Control.
    private static Task KeepFromCaches(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    // Not static files, health checks, hubs or the operator's page: their responses are shared or belong to no learner.
    private static bool NeedsLearner(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || (context.IsPage() && !context.IsOperators());

    private static bool IsSomebodys(HttpContext context) =>
        NeedsLearner(context) || Array.Exists(ConnectionPaths.All, path => context.Request.Path.StartsWithSegments(path));
}
