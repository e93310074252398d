using AslTutorial.Web.Learners;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AslTutorial.Web.Admission;

/// <summary>Counts every event of an open page for its reader, and delays a reader with too many events.</summary>
internal sealed class CircuitCaller(
    AuthenticationStateProvider circuit, LearnerBook book, AdmissionDesk desk, PageRefusals refusals, TimeProvider time) : CircuitHandler
{
    /// <summary>The claim with the address from which a circuit was opened.</summary>
    public const string Address = "asl:address";

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        var user = (await circuit.GetAuthenticationStateAsync()).User;
        var learner = user.FindFirst(LearnerClaims.Id)?.Value;
        var caller = new Caller(user.FindFirst(Address)?.Value ?? Caller.Current?.Address, learner, learner is not null && book.IsKnown(learner)) { Say = refusals.Say };
        Caller.Current = caller;
        using (var admitted = desk.Ask(Cost.Request, caller))
        {
            if (admitted.Refusal is { } refusal)
            {
                await Task.Delay(refusal.Wait, time);
            }
        }

        await next(context);
    };
}
