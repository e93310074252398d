using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Exercises;

/// <summary>Executes answers on a trainer.</summary>
internal sealed class AnswerExecution(ICellOrders orders, ILogger<AnswerExecution> log)
{
    /// <summary>Never throws: a fault of the site must not count against the learner.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "A fault of the site, whichever, must not become the learner's.")]
    public async Task<ExecutedOutcome> RunAsync(Func<CellOrder> order)
    {
        try
        {
            var outcome = await orders.RunAsync(order(), CancellationToken.None);
            return outcome is { Status: CellRunStatus.Done, Result: { } result }
                ? ExecutedOutcome.Of(result)
                : ExecutedOutcome.Not(Reason(outcome));
        }
        catch (Exception fault)
        {
            log.LogError(fault, "An answer could not be executed");
            return ExecutedOutcome.Not(NotExecuted.Failed);
        }
    }

    private NotExecuted Reason(CellExecution outcome)
    {
        if (outcome is { Status: CellRunStatus.BadValue, Result.Fault: { } fault })
        {
            // Its text says which word of the answer it was.
            log.LogInformation("An answer was not executed: {Reason}", fault.Code);
        }

        return outcome.Status switch
        {
            CellRunStatus.NoTrainer => NotExecuted.NoTrainer,
            CellRunStatus.Busy => NotExecuted.Busy,
            CellRunStatus.TimedOut => NotExecuted.TimedOut,
            CellRunStatus.BadValue => NotExecuted.Unsupported,
            _ => NotExecuted.Failed,
        };
    }
}
