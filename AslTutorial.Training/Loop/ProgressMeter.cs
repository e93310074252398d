using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Loop;

/// <summary>Decides when to report and measures the rates: at most ten reports a second.</summary>
/// <param name="time">The clock.</param>
/// <param name="batches">Batches in a training epoch.</param>
/// <param name="epochs">Of the whole run, as it is planned now.</param>
internal sealed class ProgressMeter(TimeProvider time, int batches, Func<int> epochs)
{
    // First guess of validation's share: a forward pass is a third of a step, on a quarter of the images.
    private const double FirstGuessOfValidation = 0.1;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private bool _hasStarted;
    private int _epoch;
    private int _firstCounted;
    private long _epochStart;
    private long _lastReport;
    private int _lastImages;
    private double? _validationSeconds;

    public void BeginEpoch(int epoch)
    {
        _epoch = epoch;
        StartCounting(0, 0);
    }

    /// <summary>After a pause, which is no part of any rate.</summary>
    /// <param name="done">Batches done in this epoch.</param>
    /// <param name="images">Images in them.</param>
    public void GoOn(int done, int images) => StartCounting(done, images);

    /// <summary>Tells what a validation took, for the estimate.</summary>
    public void EndValidation(double seconds) => _validationSeconds = seconds;

    /// <summary>Whether a report is due.</summary>
    /// <param name="done">Batches done in this epoch.</param>
    /// <param name="images">Images in them.</param>
    public bool IsDue(int done, int images)
    {
        if (!_hasStarted)
        {
            // The very first batch also pays for everything that is done once.
            _hasStarted = true;
            StartCounting(done, images);
        }

        return done > _firstCounted && time.GetElapsedTime(_lastReport) >= Interval;
    }

    /// <summary>The report that is due.</summary>
    /// <param name="done">Batches done in this epoch.</param>
    /// <param name="images">Images in them.</param>
    /// <param name="totals">Sums over them.</param>
    public BatchProgress Report(int done, int images, TotalsReading totals)
    {
        // The clock is read after the sums: on a GPU only reading them waits for the work.
        var now = time.GetTimestamp();
        var perBatch = time.GetElapsedTime(_epochStart, now).TotalSeconds / (done - _firstCounted);
        var validation = _validationSeconds ?? batches * perBatch * FirstGuessOfValidation;
        var epochsAfter = epochs() - _epoch - 1;
        var eta = ((batches - done) * perBatch) + (epochsAfter * batches * perBatch) + ((epochsAfter + 1) * validation);
        var rate = (images - _lastImages) / time.GetElapsedTime(_lastReport, now).TotalSeconds;
        _lastReport = now;
        _lastImages = images;
        return new(_epoch, done, batches, totals.LossSum / done, (double)totals.Correct / images, rate, eta);
    }

    private void StartCounting(int done, int images)
    {
        _firstCounted = done;
        _lastImages = images;
        _epochStart = _lastReport = time.GetTimestamp();
    }
}
