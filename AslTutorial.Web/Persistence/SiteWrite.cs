namespace AslTutorial.Web.Persistence;

/// <summary>Something that waits to be written.</summary>
internal abstract class SiteWrite
{
    /// <summary>Why it failed, in a transaction that otherwise went well.</summary>
    public Exception? Fault { get; set; }

    public abstract Task RunAsync(SiteDb db);

    /// <summary>What was written is committed.</summary>
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
