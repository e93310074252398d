using AslTutorial.Web.Components.Lessons.Cells;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Components.Trainers;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Notebooks;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Lessons.Kernel;

/// <summary>The trainer's process in the side rail: its state, and a way to interrupt it.</summary>
public sealed partial class KernelCard
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ReaderCulture _culture = ReaderCulture.Current;
    private KernelState? _kernel;
    private (string? Running, int? Process, string? Memory, string? Card) _drawn;
    private ITimer? _timer;

    [CascadingParameter]
    internal LessonDesk Desk { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string? Running => Desk.Now.Cells.FirstOrDefault(cell => cell.Value.Phase == CellPhase.Running).Key;

    private bool IsReady => Outlook.Mood is TrainerMood.Idle or TrainerMood.Busy;

    private string StateText => _kernel is { ProcessId: null } ? L["Kernel.None"]
        : !IsReady ? L["Kernel.Starting"]
        : Running is { } cell ? L["Kernel.Running", CellName.Of(Desk, cell, L)]
        : L["Kernel.Idle"];

    protected override async Task OnInitializedAsync()
    {
        Desk.Changed += Look;
        await ReadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _timer = Time.CreateTimer(_ => Look(), null, Interval, Interval);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Desk.Changed -= Look;
            _timer?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Look() => _ = InvokeAsync(async () =>
    {
        _culture.Enter();
        await ReadAsync();

        // Memory changes all the time: render only if the displayed text changes.
        var now = (
            Running,
            _kernel?.ProcessId,
            _kernel?.MemoryBytes is { } bytes ? MemoryText.Of(bytes, L) : null,
            _kernel?.Card is { } card ? MemoryText.Of(card, L) : null);
        if (now != _drawn)
        {
            _drawn = now;
            StateHasChanged();
        }
    });

    private async Task ReadAsync()
    {
        try
        {
            _kernel = await Desk.KernelAsync();
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException)
        {
            // The page is closed.
        }
    }
}
