using System.Diagnostics;
using System.Diagnostics.Metrics;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Telemetry;

/// <summary>The site's own metrics; they cost nothing if nobody collects them.</summary>
internal sealed class SiteMetrics
{
    public const string MeterName = "AslTutorial";

    public static readonly ActivitySource Activities = new(MeterName);

    private readonly Histogram<double> _checks;
    private readonly Histogram<double> _cells;
    private readonly Histogram<double> _store;
    private readonly Counter<long> _steps;
    private readonly Lock _lock = new();
    private (RunLease Lease, int Epoch, int Batch) _last = (new(Guid.Empty, 0), 0, 0);

    public SiteMetrics(IMeterFactory meters)
    {
        Meter = meters.Create(MeterName);
        _checks = Meter.CreateHistogram<double>("asl.check.duration", "s", "Checks of exercises, execution included.");
        _cells = Meter.CreateHistogram<double>("asl.cell.duration", "s", "Orders to a trainer to run a cell.");
        _store = Meter.CreateHistogram<double>("asl.store.duration", "s", "Commands to the database.");
        _steps = Meter.CreateCounter<long>("asl.training.steps", "{step}", "Batches trained, as the trainers report them.");
    }

    public Meter Meter { get; }

    public void Check(TimeSpan took, string verdict) => _checks.Record(took.TotalSeconds, new KeyValuePair<string, object?>("verdict", verdict));

    public void Cell(TimeSpan took, string status) => _cells.Record(took.TotalSeconds, new KeyValuePair<string, object?>("status", status));

    public void Store(TimeSpan took, bool failed) => _store.Record(took.TotalSeconds, new KeyValuePair<string, object?>("failed", failed));

    /// <summary>Not every step is reported, so the steps since the last report of the same epoch are added.</summary>
    public void Batch(RunLease lease, BatchProgress progress)
    {
        long steps;
        lock (_lock)
        {
            steps = _last.Lease == lease && _last.Epoch == progress.Epoch ? progress.Batch - _last.Batch : 0;
            _last = (lease, progress.Epoch, progress.Batch);
        }

        if (steps > 0)
        {
            _steps.Add(steps);
        }
    }
}
