using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Hubs;

/// <summary>
/// Ends a call quietly whose caller has gone: SignalR would log its cancellation as an error with a stack trace, one for each call that a
/// connection leaves behind.
/// </summary>
internal sealed class AbortedCalls : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (OperationCanceledException) when (invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            // Nobody is there to read it.
            return null;
        }
    }
}
