namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Probes the storage every few seconds, and when somebody asks.</summary>
internal sealed class StorageWatch(StorageProbes probes, IDatabaseProbe database, TimeProvider time, ILogger<StorageWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How long a result is reused: the probes cost a write to the disk.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private StorageCondition _condition = new([], StorageRoom.Enough, null);
    private StorageFault? _checked;
    private long? _lookedAt;

    /// <summary>At the last probe.</summary>
    public StorageCondition Condition => Volatile.Read(ref _condition);

    /// <summary>At the last probe.</summary>
    public StorageRoom Room => Condition.Room;

    /// <summary>Probes now, unless the last result is fresh.</summary>
    public async Task<StorageCondition> LookAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            if (_lookedAt is not { } at || time.GetElapsedTime(at) >= Fresh)
            {
                // In the background: the probes wait for disks and locks.
                var now = await Task.Run(Look, CancellationToken.None);
                Tell(Condition, now);
                Volatile.Write(ref _condition, now);
                _lookedAt = time.GetTimestamp();
            }

            return Condition;
        }
        finally
        {
            _gate.Release();
        }
    }

    public override void Dispose()
    {
        _gate.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isChecked = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!isChecked)
                {
                    isChecked = true;
                    _checked = await Task.Run(database.Check, stoppingToken);
                }

                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The storage could not be looked at");
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private StorageCondition Look()
    {
        var free = probes.FreeBytes();
        var (room, space) = probes.JudgeSpace(free);
        var write = probes.FindWrite();
        StorageFault?[] found = [probes.FindFolder(), write, space, probes.FindKeys(), _checked ?? database.Find()];
        return new([.. found.OfType<StorageFault>()], write is null ? room : StorageRoom.NoWork, free);
    }

    private void Tell(StorageCondition before, StorageCondition now)
    {
        foreach (var fault in now.Faults.Where(fault => !before.HasFaultOf(fault.Probe)))
        {
            log.LogError("{Fault}", fault.Text);
        }

        foreach (var fault in before.Faults.Where(fault => !now.HasFaultOf(fault.Probe)))
        {
            log.LogInformation("That is over: {Fault}", fault.Text);
        }
    }
}
