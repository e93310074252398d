using AslTutorial.Web.Localization;
using AslTutorial.Web.Trainers;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Trainers;

/// <summary>Base class of components that show the trainers' state live.</summary>
public abstract class TrainerObserver : ComponentBase, IDisposable
{
    private readonly ReaderCulture _reader = ReaderCulture.Current;

    [Inject]
    protected ITrainerDirectory Trainers { get; set; } = default!;

    protected TrainerOutlook Outlook { get; private set; } = TrainerOutlook.Of([]);

    protected override void OnInitialized()
    {
        // Subscribe before reading, so that no change is missed in between.
        Trainers.Changed += Refresh;
        Outlook = TrainerOutlook.Of(Trainers.All);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Trainers.Changed -= Refresh;
        }
    }

    private void Refresh() => _ = InvokeAsync(() =>
    {
        _reader.Enter();
        Outlook = TrainerOutlook.Of(Trainers.All);
        StateHasChanged();
    });
}
