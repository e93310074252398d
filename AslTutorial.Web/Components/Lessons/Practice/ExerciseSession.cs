using AslTutorial.Lessons;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>An exercise on an open page: its last check, and what is under way.</summary>
public sealed class ExerciseSession
{
    private readonly LessonDesk _desk;
    private readonly Action _changed;
    private readonly ILogger _log;

    /// <summary>A check that was not stored, for example with empty gaps. Shown until there is another stored attempt.</summary>
    private (CheckedWork Work, CheckedWork? Before)? _unkept;

    /// <summary>Whether a check was asked for while another was under way.</summary>
    private bool _wantsAnother;

    /// <param name="changed">Renders the cell.</param>
    internal ExerciseSession(LessonDesk desk, LessonCell cell, Action changed, ILogger log)
    {
        _desk = desk;
        _changed = changed;
        _log = log;
        Cell = cell;
    }

    public LessonCell Cell { get; }

    /// <summary>The slug of its lesson.</summary>
    public string Lesson => _desk.Lesson.Slug;

    public ExerciseState State => _desk.ExerciseOf(Cell.Id);

    public bool IsChecking { get; private set; }

    /// <summary>Whether the effect of a mistake is being computed.</summary>
    public bool IsShowing { get; private set; }

    /// <summary>Number of checks on this page: only the result of a new one is announced to screen readers.</summary>
    public int Checks { get; private set; }

    /// <summary>Why the last check was refused, or <see cref="CheckStatus.Done"/>.</summary>
    public CheckStatus Refused { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>Whether the last attempt was stored.</summary>
    public bool IsKept { get; private set; } = true;

    /// <summary>Whether the last check failed through a fault of the site.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Why the effect could not be computed.</summary>
    public NotExecuted NotShown { get; private set; }

    /// <summary>The result to show; null before the first check.</summary>
    public CheckedWork? Shown => _unkept is { } unkept && ReferenceEquals(unkept.Before, State.Last) ? unkept.Work : State.Last;

    /// <summary>Whether the gaps have been edited since.</summary>
    public bool IsAboutEarlier => Shown is { } shown && Cell.Gaps.Any(gap => IsEdited(shown, gap.Name));

    /// <summary>The verdict on a gap; null if there is none or the gap has been edited since.</summary>
    public GapVerdict? VerdictOf(string gap) => Shown is { } shown && !IsEdited(shown, gap)
        ? shown.Checked.Verdict.Gaps.FirstOrDefault(verdict => verdict.Name == gap)
        : null;

    public int NumberOf(string gap) => Cell.Gaps.ToList().FindIndex(place => place.Name == gap) + 1;

    public async Task CheckAsync()
    {
        if (IsChecking)
        {
            _wantsAnother = true;
            return;
        }

        IsChecking = true;
        IReadOnlyList<string?> texts;
        do
        {
            _wantsAnother = false;
            texts = _desk.TypedTexts(Cell);
            await CheckOnceAsync();
        }
        // A second click or an Enter after it asks for nothing new, unless the reader has typed meanwhile.
        while (_wantsAnother && !texts.SequenceEqual(_desk.TypedTexts(Cell)));

        IsChecking = false;
        _changed();
    }

    public async Task ShowConsequenceAsync()
    {
        if (IsShowing)
        {
            return;
        }

        (IsShowing, NotShown) = (true, NotExecuted.None);
        _changed();
        try
        {
            NotShown = (await _desk.ShowConsequenceAsync(Cell.Id)).Reason;
        }
        catch (OperationCanceledException)
        {
            // The page is closed.
        }
        catch (Exception fault)
        {
            _log.LogError(fault, "What an answer to exercise {Exercise} does could not be shown.", Cell.Id);
            NotShown = NotExecuted.Failed;
        }

        IsShowing = false;
        _changed();
    }

    public async Task ShowHintAsync()
    {
        try
        {
            await _desk.ShowHintAsync(Cell.Id);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _log.LogError(fault, "A hint of exercise {Exercise} could not be opened.", Cell.Id);
            HasFailed = true;
            _changed();
        }
    }

    private async Task CheckOnceAsync()
    {
        _changed();
        (HasFailed, NotShown) = (false, NotExecuted.None);
        try
        {
            var outcome = await _desk.CheckAsync(Cell.Id);
            (Refused, IsKept) = (outcome.Status, outcome.IsKept);
            Refusal = outcome.Status == CheckStatus.TooMany ? outcome.Refusal ?? new(RefusalReason.TooMuch, outcome.Wait) : null;
            if (outcome.Work is { } work)
            {
                Checks++;
                _unkept = work.Checked.Verdict.IsAttempt && outcome.IsKept ? null : (work, State.Last);
            }
        }
        catch (OperationCanceledException)
        {
            // The page is closed.
        }
        catch (Exception fault)
        {
            _log.LogError(fault, "Exercise {Exercise} could not be checked.", Cell.Id);
            HasFailed = true;
        }
    }

    private bool IsEdited(CheckedWork shown, string gap) =>
        (_desk.ValueOf(Cell.Id, gap) ?? "").Trim() != (shown.Texts.GetValueOrDefault(gap) ?? "").Trim();
}
