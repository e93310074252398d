using AslTutorial.Web.Admission;
using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Hubs;

/// <summary>What watching costs beside the call, which <see cref="CountedCalls"/> counts; who watches too often is cut off, without an exception and its stack.</summary>
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
