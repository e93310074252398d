using AslTutorial.Web.Notebooks.Owner;
using AslTutorial.Web.Persistence;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks;

/// <summary>The way from this node to the owners of notebooks, wherever they are.</summary>
internal sealed class NotebookLink(IGrainFactory grains, ILocalSiloDetails here, IWriteTurns turns, TimeProvider time)
{
    /// <summary>A node that is gone is found to be so within two seconds.</summary>
    private const int MaxTries = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private long _copies;

    public SiloAddress Node => here.SiloAddress;

    public NotebookCaller Caller => new(Node, [.. turns.Current]);

    public INotebookNode Observe(INotebookNode node) => grains.CreateObjectReference<INotebookNode>(node);

    public NotebookWatcher Watcher(INotebookNode observer) => new(Node, observer, Interlocked.Increment(ref _copies));

    public INotebookGrain Owner(NotebookKey key) => grains.GetGrain<INotebookGrain>(key.ToString());

    /// <summary>Calls an owner; where that was lost with its node, the one that comes after it.</summary>
    public async Task<T> CallAsync<T>(NotebookKey key, Func<INotebookGrain, Task<T>> call)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await call(Owner(key));
            }
            catch (OrleansException) when (tried < MaxTries)
            {
                await Task.Delay(Pause, time);
            }
        }
    }

    public Task CallAsync(NotebookKey key, Func<INotebookGrain, Task> call) => CallAsync(key, async owner =>
    {
        await call(owner);
        return true;
    });
}
