using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using Microsoft.Extensions.Caching.Memory;

namespace AslTutorial.Web.Trainers;

/// <summary>
/// Executes equal orders once, whoever gives them: joins one under way, and caches finished ones. The result depends on the order,
/// the data, the devices and the programs, so all of these are in the cache key. Faults are not cached.
/// </summary>
internal sealed class KeptCells(CellOrders orders, TrainerRegistry registry) : ICellOrders, IDisposable
{
    private const long MaxBytes = 64 << 20;

    /// <summary>Size of a cached outcome without its outputs.</summary>
    private const long OwnBytes = 1_024;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PendingCell> _underWay = new(StringComparer.Ordinal);

    public DataSetInfo? DataSet => orders.DataSet;

    public async Task<CellExecution> RunAsync(CellOrder order, CancellationToken interrupt)
    {
        // Without a trainer, data and programs are unknown: no key, so no cache.
        if (registry.CellGround() is not { } ground)
        {
            return await orders.RunAsync(order, interrupt);
        }

        var key = KeyOf(order, ground);
        PendingCell pending;
        lock (_lock)
        {
            if (_kept.TryGetValue(key, out CellExecution? known) && known is not null)
            {
                return known;
            }

            if (!_underWay.TryGetValue(key, out pending!))
            {
                _underWay[key] = pending = new();
            }

            pending.Wanted++;
        }

        return await FollowAsync(pending, key, order, ground, interrupt);
    }

    public void Dispose() => _kept.Dispose();

    private async Task<CellExecution> FollowAsync(PendingCell pending, string key, CellOrder order, string ground, CancellationToken interrupt)
    {
        try
        {
            if (pending.MayBegin())
            {
                _ = ExecuteAsync(pending, key, order, ground);
            }

            return await pending.Outcome.WaitAsync(interrupt);
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return new(CellRunStatus.Interrupted);
        }
        finally
        {
            Leave(pending, key);
        }
    }

    /// <summary>One caller leaves; the order is stopped when the last one has left.</summary>
    private void Leave(PendingCell pending, string key)
    {
        lock (_lock)
        {
            if (--pending.Wanted > 0 || pending.Outcome.IsCompleted)
            {
                return;
            }

            Forget(pending, key);
        }

        pending.Stop();
    }

    private async Task ExecuteAsync(PendingCell pending, string key, CellOrder order, string ground)
    {
        try
        {
            var outcome = await orders.RunAsync(order, pending.Stopped);
            lock (_lock)
            {
                if (outcome is { Status: CellRunStatus.Done, Result: { Fault: null } result } && registry.CellGround() == ground)
                {
                    _kept.Set(key, outcome, new MemoryCacheEntryOptions { Size = CellLimits.SizeOf(result) + OwnBytes, SlidingExpiration = KeptFor });
                }

                Forget(pending, key);
            }

            pending.End(outcome);
        }
        catch (Exception fault)
        {
            lock (_lock)
            {
                Forget(pending, key);
            }

            pending.Fail(fault);
        }
    }

    private void Forget(PendingCell pending, string key)
    {
        if (_underWay.GetValueOrDefault(key) == pending)
        {
            _underWay.Remove(key);
        }
    }

    private static string KeyOf(CellOrder order, string ground) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(order, Options))) + " " + ground;

    /// <summary>An order under way, for all who wait for it.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA1001", Justification = "Its source has neither timer nor handle, and the last may leave at any moment.")]
    private sealed class PendingCell
    {
        private readonly TaskCompletionSource<CellExecution> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenSource _stop = new();
        private int _hasBegun;

        public int Wanted { get; set; }

        public Task<CellExecution> Outcome => _outcome.Task;

        public CancellationToken Stopped => _stop.Token;

        /// <summary>True for the first caller only.</summary>
        public bool MayBegin() => Interlocked.Exchange(ref _hasBegun, 1) == 0;

        public void Stop() => _stop.Cancel();

        public void End(CellExecution outcome) => _outcome.TrySetResult(outcome);

        public void Fail(Exception fault) => _outcome.TrySetException(fault);
    }
}
