using AslTutorial.Web.Components.Trainers;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Training;

/// <summary>The panel's part for events: of the run, of the trainers, and the stop button.</summary>
public sealed partial class TrainingPanel
{
    private void Check()
    {
        _edited = true;
        _input.Read(out _faults);
    }

    private async Task AskAsync()
    {
        // Ask only if there is something to lose: not before the first epoch.
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

            // The trainer may still have to stop: keep the button busy until the run reports its end.
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
        _stored.Value = now.Run;
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
                // The circuit has ended meanwhile.
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
