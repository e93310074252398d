using AslTutorial.Web.Admission;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Training;

/// <summary>A run's name, note, repeats and deletion, on its own page.</summary>
public sealed partial class RunMatters
{
    private string _name = "";
    private string _note = "";
    private string? _said;
    private string? _fault;
    private Guid? _shown;
    private bool _owner;
    private bool _busy;
    private bool _asking;

    [Parameter, EditorRequired]
    public RunView Run { get; set; } = default!;

    /// <summary>Raised with the run after its name or note has changed.</summary>
    [Parameter]
    public EventCallback<RunView> Changed { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Run.Id)
        {
            return;
        }

        _shown = Run.Id;
        (_name, _note) = (Run.Name ?? "", Run.Note ?? "");
        _owner = await Runs.OwnsAsync(await Learner.GetIdAsync(), Run.Id);
    }

    private Task SaveAsync() => DoAsync(async learner =>
    {
        var sent = (_name, _note);
        switch (await Runs.ChangeAsync(learner, Run.Id, new(Name: _name, Note: _note)))
        {
            case RunChanged.Accepted { Run: var run }:
                // What was typed meanwhile stays, and is not said to be saved.
                if ((_name, _note) == sent)
                {
                    (_name, _note, _said) = (run.Name ?? "", run.Note ?? "", L["Matters.Saved"]);
                }

                await Changed.InvokeAsync(run);
                break;
            case RunChanged.Refused { Refusal: var refused }:
                _fault = refused.Sentence(Refusals);
                break;
            case RunChanged.Invalid:
                _fault = L["Matters.TooLong", RunChange.MaxNameLength, RunChange.MaxNoteLength];
                break;
            default:
                _fault = L["Refused"];
                break;
        }
    });

    private Task AgainAsync() => DoAsync(async learner =>
    {
        switch (await Runs.AgainAsync(learner, Run.Id))
        {
            case RunStart.Accepted { Run: var run }:
                Navigation.NavigateTo($"runs/{run.Id}");
                break;
            case RunStart.NoRoom:
                _fault = Upkeep["Runs.NoRoom"];
                break;
            case RunStart.Refused { Refusal: var refused }:
                _fault = refused.Sentence(Refusals);
                break;
            case RunStart.OverQuota { QueueFull: true }:
                _fault = T["Quota.QueueFull"];
                break;
            case RunStart.OverQuota { Limit: var limit }:
                _fault = T[limit == 1 ? "Quota.LearnerOne" : "Quota.Learner", limit];
                break;
            default:
                _fault = L["Failed"];
                break;
        }
    });

    private Task DeleteAsync() => DoAsync(async learner =>
    {
        _asking = false;
        switch (await Runs.DeleteAsync(learner, Run.Id))
        {
            case DeleteOutcome.Deleted or DeleteOutcome.NotFound:
                Navigation.NavigateTo("runs");
                break;
            case not DeleteOutcome.Refused:
                _fault = L["Failed"];
                break;
        }
    });

    private async Task DoAsync(Func<string, Task> action)
    {
        if (_busy)
        {
            return;
        }

        (_busy, _fault, _said) = (true, null, null);
        try
        {
            await action(await Learner.GetIdAsync());
        }
        catch (Exception fault) when (fault is not NavigationException)
        {
            // No exception may escape: it would end the circuit and with it everything else on the page.
            Logger.LogError(fault, "Something could not be done with a run.");
            _fault = L["Failed"];
        }
        finally
        {
            _busy = false;
        }
    }
}
