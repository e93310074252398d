using AslTutorial.Web.Cluster;
using AslTutorial.Web.Notebooks.Owner;
using AslTutorial.Web.Persistence;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks;

/// <summary>Calls the owners of notebooks from this node, whichever nodes they are on.</summary>
internal sealed class NotebookLink(IGrainFactory grains, ILocalSiloDetails here, IWriteTurns turns, TimeProvider time)
{
    private long _copies;

    public SiloAddress Node => here.SiloAddress;

    public NotebookCaller Caller => new(Node, [.. turns.Current]);

    public INotebookNode Observe(INotebookNode node) => grains.CreateObjectReference<INotebookNode>(node);

    public NotebookWatcher Watcher(INotebookNode observer) => new(Node, observer, Interlocked.Increment(ref _copies));

    public INotebookGrain Owner(NotebookKey key) => grains.GetGrain<INotebookGrain>(key.ToString());

    /// <summary>Calls an owner; if its node dies, calls again the owner that replaces it.</summary>
    public Task<T> CallAsync<T>(NotebookKey key, Func<INotebookGrain, Task<T>> call) => OwnerCalls.TryAsync(() => call(Owner(key)), time);

    public Task CallAsync(NotebookKey key, Func<INotebookGrain, Task> call) => CallAsync(key, async owner =>
    {
        await call(owner);
        return true;
    });
}
