using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>The per-batch points of a run's curve, thinned out: at most 40 an epoch, and fewer for old epochs of long runs.</summary>
internal sealed class BatchTrail
{
    public const int PointsPerEpoch = 40;
    public const int MaxPoints = 2_000;

    private List<BatchProgress> _points = [];

    public BatchProgress? Latest { get; private set; }

    public IReadOnlyList<BatchProgress> Points => [.. _points];

    public static BatchTrail Of(RunSnapshot snapshot) => new() { _points = [.. snapshot.Batches], Latest = snapshot.LatestBatch };

    public BatchTrail Copy() => new() { _points = [.. _points], Latest = Latest };

    public void Add(BatchProgress progress)
    {
        Latest = progress;
        var gap = (Math.Max(progress.Batches, 1) + PointsPerEpoch - 1) / PointsPerEpoch;
        if (_points.Count > 0 && _points[^1].Epoch == progress.Epoch && progress.Batch - _points[^1].Batch < gap)
        {
            return;
        }

        if (_points.Count >= MaxPoints)
        {
            // Full: drop every second point of the older half.
            _points = [.. _points.Where((_, i) => i >= MaxPoints / 2 || i % 2 == 0)];
        }

        _points.Add(progress);
    }

    /// <summary>The run repeats from <paramref name="epoch"/> on: drops the points from there.</summary>
    public void RestartFrom(int epoch)
    {
        _points.RemoveAll(p => p.Epoch >= epoch);
        Latest = null;
    }
}
