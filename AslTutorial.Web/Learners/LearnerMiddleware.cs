using System.Security.Claims;
using AslTutorial.Web.Admission;
using Microsoft.AspNetCore.Components.Endpoints;

namespace AslTutorial.Web.Learners;

/// <summary>Tells who is asking; a browser that opens a page or calls the API for the first time gets its cookie here.</summary>
internal sealed class LearnerMiddleware(RequestDelegate next, LearnerCookie cookie)
{
    public Task InvokeAsync(HttpContext context)
    {
        var id = cookie.Read(context.Request);
        if (id is null && NeedsLearner(context) && context.Features.Get<Caller>() is not { StaysNameless: true })
        {
            id = LearnerCookie.NewId();
            cookie.Write(context.Response, id);
        }

        if (id is not null)
        {
            context.User = new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(LearnerClaims.Id, id)], LearnerClaims.AuthenticationType));
        }

        return next(context);
    }

    // Not with static files, health checks or hubs: their answers are shared, or nobody's.
    private static bool NeedsLearner(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api")
        || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
