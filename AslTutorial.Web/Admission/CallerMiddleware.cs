using AslTutorial.Web.Learners;

namespace AslTutorial.Web.Admission;

/// <summary>Determines the caller of a request before anything else is done for it.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, LearnerCookie cookie, LearnerBook book, AddressBlocks blocks, Visitors visitors)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var (address, learner) = (CallerAddress.Of(context.Connection.RemoteIpAddress), cookie.Read(context.Request));
        // Who is kept out is refused whoever it is: nobody is looked up for that.
        var isKnown = learner is not null && blocks.Until(address) is null && await book.IsKnownAsync(learner, context.RequestAborted);
        var caller = new Caller(address, learner, isKnown);
        visitors.Came(caller);
        context.Features.Set(caller);
        Caller.Current = caller;
        await next(context);
    }
}
