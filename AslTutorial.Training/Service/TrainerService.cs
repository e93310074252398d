using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Service;

/// <summary>A trainer in the service of a site: stays connected, prepares itself, and works on one run at a time.</summary>
internal sealed class TrainerService : IAsyncDisposable
{
    private readonly ServiceOptions _options;
    private readonly TimeProvider _time;
    private readonly IProgress<string> _log;
    private readonly ServiceState _state;
    private readonly SiteConnection _site;
    private readonly SiteFiles _files;
    private readonly Outbox _outbox;
    private readonly Preparation _preparation;
    private readonly RunDesk _desk;
    private readonly CellDesk _cells = new();
    private readonly LookDesk _looks;
    private readonly Signal _changed = new();

    /// <param name="loss">Ends the process where a run loses the device.</param>
    public TrainerService(ServiceOptions options, ITrainingKit kit, DeviceLoss loss, TimeProvider time, IProgress<string> log)
    {
        _state = new ServiceState(kit.ReadCardMemory);
        (_options, _time, _log) = (options, time, log);
        _site = new SiteConnection(options, time, log);
        _files = new SiteFiles(options);
        _looks = new LookDesk(_files);
        _outbox = new Outbox(_site, _files, options, time, log);
        _preparation = new Preparation(kit, _state, _cells, _looks, _site, _files, options, time, log);
        _desk = new RunDesk(_state, _outbox, _files, options, loss, time, log);
        _state.Changed += _changed.Wake;
        _site.OnTrain(_desk.Take);
        _site.OnCancel(_desk.Cancel);
        _site.OnSteer(_desk.Steer);
        _site.OnRunCell(_cells.RunAsync);
        _site.OnInterruptCell(_cells.Interrupt);
        _site.OnLook(_looks.LookAsync);
        _site.OnPing(() => Task.FromResult(true));
    }

    /// <summary>Works until cancelled; then stops training within a batch.</summary>
    /// <returns>Whether another process should take its place: this one cannot use the device, another may.</returns>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        List<Task> parts =
        [
            _site.RunAsync(IntroduceAsync, end.Token),
            _outbox.RunAsync(end.Token),
            DescribeAsync(end.Token),
            WorkAsync(end.Token),
        ];
        try
        {
            // None of these ends by itself: the first that does has failed, or this process can do no work.
            await await Task.WhenAny(parts);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await end.CancelAsync();
            _cells.InterruptAll();
            await Task.WhenAll(parts).WaitAsync(_options.Farewell, _time, CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _files.Dispose();
        _desk.Dispose();
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        if (await _preparation.RunAsync(cancel) is { } trainer)
        {
            await _desk.RunAsync(trainer, cancel);
        }
    }

    private async Task IntroduceAsync(CancellationToken cancel)
    {
        var description = _state.Describe();
        if (!await _site.CallAsync(nameof(ITrainerHub.Describe), [description], cancel) && description.Current is { } lease)
        {
            _desk.Abandon(lease);
        }

        _preparation.Described();
    }

    /// <summary>Tells changes at once, and the memory now and then.</summary>
    private async Task DescribeAsync(CancellationToken cancel)
    {
        while (true)
        {
            using (var tick = CancellationTokenSource.CreateLinkedTokenSource(cancel))
            {
                var timer = Task.Delay(_options.DescribeInterval, _time, tick.Token);
                await Task.WhenAny(_changed.WaitAsync(tick.Token), timer);
                await tick.CancelAsync();
            }

            await _site.WaitReadyAsync(cancel);
            try
            {
                await IntroduceAsync(cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                // After a lost connection the trainer describes itself again; a fault of the site is logged.
                if (_site.IsReady)
                {
                    _log.Report($"The site could not take the description: {e.Message}");
                }
            }
        }
    }
}
