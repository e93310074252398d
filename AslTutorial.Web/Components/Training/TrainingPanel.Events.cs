using AslTutorial.Web.Components.Trainers;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Training;

/// <summary>What comes to the panel from outside its rendering: the run, the trainers, the wish to stop.</summary>
public sealed partial class TrainingPanel
{
    private void Check()
    {
        _edited = true;
        _input.Read(out _faults);
    }

    private async Task AskAsync()
    {
        // Nothing is lost by stopping before the first epoch, so nothing is asked.
        if (_progress?.Run.Epochs.Count > 0)
        {
            _asking = true;
            return;
        }

        await CancelAsync();
    }

    private async Task CancelAsync()
    {
        _asking = false;
        if (_progress is null || _busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var outcome = await Runs.CancelAsync(await Learner.GetIdAsync(), _progress.Run.Id, _gone.Token);
            _refusal = outcome is CancelOutcome.NotFound or CancelOutcome.NotOwner ? L["Cancel.Refused"].Value : null;

            // Accepted means on its way: the button stays as it is until the run says that it has ended.
            _busy = outcome == CancelOutcome.Accepted && Active;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Logger.LogError(fault, "A run could not be cancelled.");
            _busy = false;
            _refusal = L["Cancel.Failed"];
        }
    }

    private void OnTrainersChanged() => Dispatch(() => _trainer = TrainerOutlook.Of(Trainers.All));

    private void OnRunChanged() => Dispatch(async () =>
    {
        if (_watch?.Now is not { } now)
        {
            return;
        }

        var wasActive = Active;
        _progress = now;
        Stored = now.Run;
        if (wasActive && !Active)
        {
            _busy = _asking = false;
        }

        await TellAsync();
    });

    private void Dispatch(Action change) => Dispatch(() =>
    {
        change();
        return Task.CompletedTask;
    });

    private void Dispatch(Func<Task> change)
    {
        if (_gone.IsCancellationRequested)
        {
            return;
        }

        _ = RunAsync();

        async Task RunAsync()
        {
            try
            {
                await InvokeAsync(async () =>
                {
                    if (!_gone.IsCancellationRequested)
                    {
                        _reader.Enter();
                        await change();
                        StateHasChanged();
                    }
                });
            }
            catch (ObjectDisposedException)
            {
                // The circuit went while the news was on its way.
            }
        }
    }

    private async Task TellAsync()
    {
        if (_progress is not { Run: var run } || _told == (run.Id, run.Epochs.Count, run.State))
        {
            return;
        }

        _told = (run.Id, run.Epochs.Count, run.State);
        await RunChanged.InvokeAsync(run);
    }
}
