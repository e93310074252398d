using System.Globalization;
using AslTutorial.Web.Persistence;
using Microsoft.AspNetCore.Diagnostics;

namespace AslTutorial.Web.Api;

/// <summary>Answers 503 with a time to wait where so much waits to be written that no more is taken.</summary>
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
