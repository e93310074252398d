using System.Diagnostics.CodeAnalysis;

namespace AslTutorial.Web.Notebooks;

/// <summary>A cell that waits for its turn in its notebook, or runs.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Its source has neither timer nor handle, and an interrupt may come at any moment.")]
internal sealed class WaitingCell(string cell, DateTimeOffset since)
{
    private readonly CancellationTokenSource _interrupt = new();

    public string Cell { get; } = cell;

    public DateTimeOffset Since { get; set; } = since;

    public TaskCompletionSource<CellExecution> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CancellationToken Interrupted => _interrupt.Token;

    public void Interrupt() => _interrupt.Cancel();
}
