using AslTutorial.Web.Learners;

namespace AslTutorial.Web.Admission;

/// <summary>Determines the caller of a request before anything else is done for it.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, LearnerCookie cookie, LearnerBook book, Visitors visitors)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var learner = cookie.Read(context.Request);
        var caller = new Caller(
            CallerAddress.Of(context.Connection.RemoteIpAddress), learner, learner is not null && await book.IsKnownAsync(learner, context.RequestAborted));
        visitors.Came(caller);
        context.Features.Set(caller);
        Caller.Current = caller;
        await next(context);
    }
}
