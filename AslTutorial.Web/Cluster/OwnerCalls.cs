using Orleans.Runtime;

namespace AslTutorial.Web.Cluster;

/// <summary>Calls a grain whose node may die during the call.</summary>
internal static class OwnerCalls
{
    /// <summary>About 5 seconds in all, while a dead node is detected within two.</summary>
    private const int MaxTries = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Repeats the call if the grain's node was lost; the next try reaches its replacement. The call must be idempotent.</summary>
    /// <exception cref="OrleansException">Still no answer after several seconds.</exception>
    public static async Task<T> TryAsync<T>(Func<Task<T>> call, TimeProvider time)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await call();
            }
            catch (OrleansException) when (tried < MaxTries)
            {
                await Task.Delay(Pause, time);
            }
        }
    }
}
