using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Tests.Loop.Steps;

/// <summary>Records by keeping the step, and replays by making it: what a CUDA graph does, without a GPU.</summary>
internal sealed class RepeatingGraphs(bool refuses = false) : ICudaGraphs
{
    private const int OrdinarySteps = 3;

    public int Recorded { get; private set; }

    public int Alive { get; private set; }

    public int Replays { get; private set; }

    public ICudaGraph? Record(Action step)
    {
        for (var call = 0; call < OrdinarySteps; call++)
        {
            step();
        }

        if (refuses)
        {
            return null;
        }

        Recorded++;
        Alive++;
        return new Repeat(this, step);
    }

    private sealed class Repeat(RepeatingGraphs graphs, Action step) : ICudaGraph
    {
        public void Replay()
        {
            graphs.Replays++;
            step();
        }

        public void Dispose() => graphs.Alive--;
    }
}
