using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Loop;

/// <summary>Where a run is steered from: orders come on any thread, the training takes them between two batches.</summary>
/// <param name="lastEpoch">The run is completed with this epoch, counted from 0; null for that of its settings.</param>
public sealed class RunControl(int? lastEpoch = null)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SteerOrder? _order;

    internal int? LastEpoch { get; } = lastEpoch;

    /// <summary>A later order stands for the earlier ones; a rate that was not taken yet stays wanted.</summary>
    public void Steer(SteerOrder order)
    {
        lock (_lock)
        {
            _order = order with { LearningRate = order.LearningRate ?? _order?.LearningRate };
            _came.TrySetResult();
        }
    }

    /// <summary>The order since the last call, or null.</summary>
    internal SteerOrder? Take()
    {
        // Called between any two batches; usually no order waits.
        if (Volatile.Read(ref _order) is null)
        {
            return null;
        }

        lock (_lock)
        {
            var order = _order;
            _order = null;
            _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return order;
        }
    }

    /// <summary>Until there is an order to take.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal void Wait(CancellationToken cancel)
    {
        Task came;
        lock (_lock)
        {
            came = _came.Task;
        }

        came.Wait(cancel);
    }
}
