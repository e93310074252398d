using System.Globalization;
using AslTutorial.Web.Persistence;
using Microsoft.AspNetCore.Diagnostics;

namespace AslTutorial.Web.Api;

/// <summary>Answers 503 with Retry-After if too many writes are waiting.</summary>
internal sealed class WriterBusyHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not WriterBusyException || !httpContext.Request.Path.StartsWithSegments("/api"))
        {
            return false;
        }

        httpContext.Response.Headers.RetryAfter = WriterBusyException.Wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await Results.Problem(
            "The site has more to write than it can at the moment; nothing was kept. Try again in a few seconds.",
            statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(httpContext);
        return true;
    }
}
