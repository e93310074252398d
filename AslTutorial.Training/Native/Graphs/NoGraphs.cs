namespace AslTutorial.Training.Native.Graphs;

/// <summary>Where nothing can be recorded: every step goes the ordinary way.</summary>
internal sealed class NoGraphs : ICudaGraphs
{
    public static NoGraphs Instance { get; } = new();

    public ICudaGraph? Record(Action step) => null;
}
