using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Loop;

/// <summary>Ends a run from within.</summary>
internal sealed class RunFaultException(RunFailure failure) : Exception(failure.Text)
{
    public RunFailure Failure { get; } = failure;
}
