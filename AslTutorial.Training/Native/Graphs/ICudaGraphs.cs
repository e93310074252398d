namespace AslTutorial.Training.Native.Graphs;

/// <summary>Records what a GPU is ordered to do, so that it can be done again by one order.</summary>
internal interface ICudaGraphs
{
    /// <summary>Records a step: makes it a few times in the ordinary way first, then once as a recording.</summary>
    /// <param name="step">Nothing in it may wait for the device; what it reads and writes has to stay where it is.</param>
    /// <returns>Null where it cannot be recorded; the reason has been told.</returns>
    ICudaGraph? Record(Action step);
}

/// <summary>A recorded step.</summary>
internal interface ICudaGraph : IDisposable
{
    /// <summary>Orders the step again, on the calling thread's current stream; does not wait for it.</summary>
    void Replay();
}

/// <summary>Where nothing can be recorded: every step goes the ordinary way.</summary>
internal sealed class NoGraphs : ICudaGraphs
{
    public static NoGraphs Instance { get; } = new();

    public ICudaGraph? Record(Action step) => null;
}
