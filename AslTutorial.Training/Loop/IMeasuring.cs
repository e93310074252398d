namespace AslTutorial.Training.Loop;

/// <summary>What the function under no_grad does: sums over every batch of its loader.</summary>
internal interface IMeasuring : IDisposable
{
    /// <exception cref="OperationCanceledException">Cancelled, within one piece.</exception>
    MeasuredTotals Run(NetProgram program, int epoch, CancellationToken cancel);
}
