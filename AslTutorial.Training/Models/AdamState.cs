using static TorchSharp.torch;

namespace AslTutorial.Training.Models;

/// <summary>
/// Adam's memory (Kingma, Ba: Adam, a method for stochastic optimization, 2015): the running means of the gradients and
/// of their squares, laid out as the parameters are, and the count of steps.
/// </summary>
internal sealed class AdamState : IDisposable
{
    private AdamState(Tensor[] means, Tensor[] squares, Tensor steps)
    {
        Means = means;
        Squares = squares;
        Steps = steps;
        StepOfEach = [.. means.Select(_ => steps)];
    }

    public Tensor[] Means { get; }

    public Tensor[] Squares { get; }

    /// <summary>float32, a scalar; torch's fused kernel wants it on the device.</summary>
    public Tensor Steps { get; }

    /// <summary>The kernel takes a count for each parameter; all of them are the same.</summary>
    public Tensor[] StepOfEach { get; }

    public static AdamState For(NetState net)
    {
        using var scope = NewDisposeScope();
        return new(
            [.. net.Parameters.Select(parameter => zeros_like(parameter).DetachFromDisposeScope())],
            [.. net.Parameters.Select(parameter => zeros_like(parameter).DetachFromDisposeScope())],
            zeros([], ScalarType.Float32, net.Parameters[0].device).DetachFromDisposeScope());
    }

    public void Dispose()
    {
        foreach (var tensor in Means.Concat(Squares))
        {
            tensor.Dispose();
        }

        Steps.Dispose();
    }
}
