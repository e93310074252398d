using AslTutorial.Web.Learners;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AslTutorial.Web.Admission;

/// <summary>
/// Counts every event of an open page for its reader. Events beyond the budget wait, in order, until they are granted; a page with more
/// waiting events than allowed is closed.
/// </summary>
internal sealed class CircuitCaller(
    AuthenticationStateProvider circuit, LearnerBook book, AdmissionDesk desk, PageRefusals refusals, TimeProvider time) : CircuitHandler, IDisposable
{
    /// <summary>The claim with the address from which a circuit was opened.</summary>
    public const string Address = "asl:address";

    public const int MaxWaiting = 32;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closed = new();
    private Task _last = Task.CompletedTask;
    private int _waiting;
    private bool _isBlockTold;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        var connection = Caller.Current;
        var user = (await circuit.GetAuthenticationStateAsync()).User;
        var learner = user.FindFirst(LearnerClaims.Id)?.Value;
        var caller = new Caller(user.FindFirst(Address)?.Value ?? connection?.Address, learner, learner is not null && book.IsKnown(learner)) { Say = refusals.Say };
        Caller.Current = caller;
        await (await BeginAsync(caller, connection, () => next(context)) ?? Task.CompletedTask);
    };

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => _closed.CancelAsync();

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <summary>Begins the event when it is granted, in the order in which they came. Null where it is dropped.</summary>
    private async Task<Task?> BeginAsync(Caller caller, Caller? connection, Func<Task> begin)
    {
        Refusal? refusal = null;
        Task? before = null;
        var gone = _closed.Token;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_waiting > 0 || (refusal = Ask(caller)) is { Reason: not RefusalReason.Blocked })
            {
                if (_waiting >= MaxWaiting)
                {
                    // For most events the circuit ends itself for any exception, and has no other way to be ended from here; for what
                    // a page says it has drawn it does not. The connection ends either way, at its next call.
                    if (connection is not null)
                    {
                        connection.IsCutOff = true;
                    }

                    throw new InvalidOperationException("More events came from the page than may wait.");
                }

                _waiting++;
                (before, _last) = (_last, begun.Task);
            }
        }

        if (before is null)
        {
            TellBlock(refusal);
            return refusal is null ? begin() : null;
        }

        try
        {
            await before;
            refusal ??= Ask(caller);
            while (refusal is { Reason: not RefusalReason.Blocked })
            {
                await Task.Delay(refusal.Wait, time, gone);
                refusal = Ask(caller);
            }

            return refusal is null && !gone.IsCancellationRequested ? begin() : null;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            lock (_lock)
            {
                _waiting--;
            }

            begun.SetResult();
        }
    }

    private Refusal? Ask(Caller caller)
    {
        using var admitted = desk.Ask(Cost.Request, caller);
        return admitted.Refusal;
    }

    /// <summary>Once, and not for each event: what the page then draws costs too.</summary>
    private void TellBlock(Refusal? refusal)
    {
        if (refusal is not null && !_isBlockTold)
        {
            refusals.Say(refusal);
        }

        _isBlockTold = refusal is not null;
    }
}
