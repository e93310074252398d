using AslTutorial.Training.Contracts;
using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Training.Service;

/// <summary>Sends reports in order, keeps each until it is answered, and outlives lost connections.</summary>
internal sealed class Outbox(SiteConnection site, SiteFiles files, ServiceOptions options, TimeProvider time, IProgress<string> log)
{
    /// <summary>Epochs whose files are kept for a site that is away: 1.7 MB each.</summary>
    private const int MaxFiles = 32;

    private readonly Lock _lock = new();
    private readonly Queue<Report> _reports = new();
    private readonly Signal _added = new();
    private readonly Signal _batchAdded = new();
    private (RunLease Lease, BatchProgress Progress)? _batch;

    /// <summary>A report was answered: taken, or its lease refused.</summary>
    public event Action<Report, bool>? Answered;

    public void Add(Report report)
    {
        lock (_lock)
        {
            _batch = null;
            if (report is EpochReport { HasCheckpoint: true })
            {
                foreach (var earlier in _reports.OfType<EpochReport>())
                {
                    earlier.DropCheckpoint();
                }
            }

            _reports.Enqueue(report);
            var full = _reports.OfType<EpochReport>().Where(waiting => waiting.HasFiles).ToList();
            full.SkipLast(MaxFiles).ToList().ForEach(waiting => waiting.DropFiles());
        }

        _added.Wake();
    }

    /// <summary>The newest wins; none is kept over a lost connection.</summary>
    public void Add(RunLease lease, BatchProgress progress)
    {
        lock (_lock)
        {
            _batch = (lease, progress);
        }

        _batchAdded.Wake();
    }

    /// <summary>Forgets what is to be said of a run.</summary>
    public void Drop(RunLease lease)
    {
        lock (_lock)
        {
            var kept = _reports.Where(r => r.Lease != lease).ToList();
            _reports.Clear();
            kept.ForEach(_reports.Enqueue);
            if (_batch?.Lease == lease)
            {
                _batch = null;
            }
        }
    }

    public Task RunAsync(CancellationToken cancel) => Task.WhenAll(SendReportsAsync(cancel), SendBatchesAsync(cancel));

    private async Task SendReportsAsync(CancellationToken cancel)
    {
        var retry = new Retry(options.ShortestRetry, options.LongestRetry, time);
        while (true)
        {
            if (First() is not { } report)
            {
                await _added.WaitAsync(cancel);
                continue;
            }

            await site.WaitReadyAsync(cancel);
            try
            {
                var taken = await report.DeliverAsync(site, files, cancel);
                retry.Reset();
                Remove(report);
                Answered?.Invoke(report, taken);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                // After a lost connection or a fault of the site the report stays first in the queue.
                if (e is HubException)
                {
                    log.Report($"The site could not take a report: {e.Message}");
                }

                await retry.WaitAsync(cancel);
            }
        }
    }

    private async Task SendBatchesAsync(CancellationToken cancel)
    {
        while (true)
        {
            await _batchAdded.WaitAsync(cancel);
            (RunLease Lease, BatchProgress Progress)? batch;
            lock (_lock)
            {
                batch = _batch;
                _batch = null;
            }

            if (batch is not { } report || !site.IsReady)
            {
                continue;
            }

            try
            {
                await site.SendAsync(nameof(ITrainerHub.ReportBatch), [report.Lease, report.Progress], cancel);
            }
            catch (Exception) when (!cancel.IsCancellationRequested)
            {
                // The connection broke; the next report will be newer anyway.
            }

            await Task.Delay(options.BatchInterval, time, cancel);
        }
    }

    private Report? First()
    {
        lock (_lock)
        {
            return _reports.TryPeek(out var report) ? report : null;
        }
    }

    private void Remove(Report report)
    {
        lock (_lock)
        {
            // It may have been dropped from the queue while it was being sent.
            if (_reports.TryPeek(out var first) && ReferenceEquals(first, report))
            {
                _reports.Dequeue();
            }
        }
    }
}
