using AslTutorial.Web.Cluster;

namespace AslTutorial.Web.Runs;

/// <summary>Calls the floor from this node, whichever node it is on.</summary>
internal sealed class FloorLink(IGrainFactory grains, TimeProvider time)
{
    public IFloorGrain Grain { get; } = grains.GetGrain<IFloorGrain>(0);

    /// <summary>Asks the floor; if its node dies, asks again the floor that replaces it.</summary>
    public Task<T> CallAsync<T>(Func<IFloorGrain, Task<T>> call) => OwnerCalls.TryAsync(() => call(Grain), time);

    public Task CallAsync(Func<IFloorGrain, Task> call) => CallAsync(async floor =>
    {
        await call(floor);
        return true;
    });
}
