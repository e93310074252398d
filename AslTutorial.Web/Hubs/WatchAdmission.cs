using AslTutorial.Web.Admission;
using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Hubs;

/// <summary>
/// Limits calls of Watch, beyond the cost of a call (<see cref="CountedCalls"/>). Closes a connection that calls too often, without an
/// exception, which would be logged with its stack trace.
/// </summary>
internal sealed class WatchAdmission(AdmissionDesk desk) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var context = invocationContext.Context;
        if (invocationContext.HubMethodName == nameof(TrainingHub.Watch) && context.GetHttpContext()?.Features.Get<Caller>() is { } caller)
        {
            using var admitted = desk.Ask(Cost.Watch, caller);
            if (admitted.Refusal is not null)
            {
                context.Abort();
                return null;
            }
        }

        return await next(invocationContext);
    }
}
