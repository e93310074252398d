using AslTutorial.Web.Cluster;

namespace AslTutorial.Web.Runs;

/// <summary>The way from this node to the floor, wherever it is.</summary>
internal sealed class FloorLink(IGrainFactory grains, TimeProvider time)
{
    public IFloorGrain Grain { get; } = grains.GetGrain<IFloorGrain>(0);

    /// <summary>Asks the floor; where it was lost with its node, the one that comes after it.</summary>
    public Task<T> CallAsync<T>(Func<IFloorGrain, Task<T>> call) => OwnerCalls.TryAsync(() => call(Grain), time);

    public Task CallAsync(Func<IFloorGrain, Task> call) => CallAsync(async floor =>
    {
        await call(floor);
        return true;
    });
}
