namespace AslTutorial.Web.Persistence;

/// <summary>A write in the <see cref="SiteWriter"/>'s queue.</summary>
internal abstract class SiteWrite
{
    /// <summary>Set if this write alone failed in a transaction that was committed.</summary>
    public Exception? Fault { get; set; }

    public abstract Task RunAsync(SiteDb db);

    /// <summary>The transaction is committed.</summary>
    public abstract void Done();

    public abstract void Fail(Exception fault);

    public abstract void Cancel();
}

/// <inheritdoc/>
internal sealed class SiteWrite<T>(Func<SiteDb, Task<T>> write) : SiteWrite
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _written = default!;

    public Task<T> Answer => _answer.Task;

    public override async Task RunAsync(SiteDb db)
    {
        Fault = null;
        _written = await write(db);
    }

    public override void Done()
    {
        if (Fault is { } fault)
        {
            _answer.SetException(fault);
        }
        else
        {
            _answer.SetResult(_written);
        }
    }

    public override void Fail(Exception fault) => _answer.SetException(fault);

    public override void Cancel() => _answer.TrySetCanceled();
}
