using Microsoft.AspNetCore.Http.Features;

namespace AslTutorial.Web.Admission;

/// <summary>
/// Checks the budgets before a request is processed. Permits for work under way are held until the request ends, for a WebSocket until it
/// closes. (ASP.NET's own middleware would do the same, but its timers go on after the site has stopped.)
/// </summary>
internal sealed class RequestAdmission(RequestDelegate next, AdmissionDesk desk)
{
    /// <summary>Of a body where the endpoint does not say another figure.</summary>
    public const int MaxBodyBytes = 64 << 10;

    public async Task InvokeAsync(HttpContext context)
    {
        using var admitted = Ask(context);
        if (admitted.Refusal is { } refusal)
        {
            await RefusalReply.WriteAsync(context, refusal, context.RequestAborted);
            return;
        }

        // Here and not where it is read: what is not read, such as a form for a page, would be taken in to its end all the same.
        if (context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            await Results.Problem("The body is larger than what is taken here.", statusCode: StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private Admitted Ask(HttpContext context)
    {
        var caller = context.Features.GetRequiredFeature<Caller>();
        var costs = context.CostsOf(caller);
        if (context.Request.ContentLength is null)
        {
            // The length is unknown before the body is read, so whatever stores the text asks for it later.
            costs &= ~Cost.Text;
        }

        var admitted = desk.Ask(costs, caller, (int)CharactersOf(context.Request));
        if (admitted.Refusal is null)
        {
            caller.Paid = costs;
            caller.StaysNameless = context.WouldName(caller) && !MayBeNamed(caller);
        }

        return admitted;
    }

    // A body that is too long is refused for its length and not stored, so it counts as 1.
    private static long CharactersOf(HttpRequest request) => request.ContentLength is <= MaxBodyBytes and { } length ? length : 1;

    private bool MayBeNamed(Caller caller)
    {
        using var named = desk.Ask(Cost.Newcomer, caller);
        return named.Refusal is null;
    }
}
