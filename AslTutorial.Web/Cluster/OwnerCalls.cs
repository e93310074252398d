using Orleans.Runtime;

namespace AslTutorial.Web.Cluster;

/// <summary>Calls of an owner that may be lost with its node while it is asked.</summary>
internal static class OwnerCalls
{
    /// <summary>A node that is gone is found to be so within two seconds.</summary>
    private const int MaxTries = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Makes the call again, to the owner that comes after, where the node was lost: asked twice, it changes nothing more.</summary>
    /// <exception cref="OrleansException">No node has it after several seconds.</exception>
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
