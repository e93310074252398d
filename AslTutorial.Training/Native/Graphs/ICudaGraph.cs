namespace AslTutorial.Training.Native.Graphs;

/// <summary>A recorded step.</summary>
internal interface ICudaGraph : IDisposable
{
    /// <summary>Orders the step again, on the calling thread's current stream; does not wait for it.</summary>
    void Replay();
}
