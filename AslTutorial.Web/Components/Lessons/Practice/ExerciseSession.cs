using AslTutorial.Lessons;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>An exercise on an open page: what the last check came to, and what is under way.</summary>
public sealed class ExerciseSession
{
    private readonly LessonDesk _desk;
    private readonly Action _changed;
    private readonly ILogger _log;

    /// <summary>A check that is not kept: gaps were still empty. It stands until something is checked elsewhere.</summary>
    private (CheckedWork Work, CheckedWork? Before)? _unkept;

    /// <param name="changed">Draws the cell anew.</param>
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

    /// <summary>Whether the damage is being computed.</summary>
    public bool IsShowing { get; private set; }

    /// <summary>How many checks this page has seen: the first word of a new one is for screen readers.</summary>
    public int Checks { get; private set; }

    /// <summary>Why the last order to check was refused, or <see cref="CheckStatus.Done"/>.</summary>
    public CheckStatus Refused { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>Whether the last verdict could be kept.</summary>
    public bool IsKept { get; private set; } = true;

    /// <summary>Whether the last order to check failed on the site's side.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Why the damage could not be shown.</summary>
    public NotExecuted NotShown { get; private set; }

    /// <summary>What is shown, or null before the first check.</summary>
    public CheckedWork? Shown => _unkept is { } unkept && ReferenceEquals(unkept.Before, State.Last) ? unkept.Work : State.Last;

    /// <summary>Whether other answers stand in the gaps now.</summary>
    public bool IsAboutEarlier => Shown is { } shown && Cell.Gaps.Any(gap => IsEdited(shown, gap.Name));

    /// <summary>The verdict on a gap, or null where there is none or another answer stands there now.</summary>
    public GapVerdict? VerdictOf(string gap) => Shown is { } shown && !IsEdited(shown, gap)
        ? shown.Checked.Verdict.Gaps.FirstOrDefault(verdict => verdict.Name == gap)
        : null;

    public int NumberOf(string gap) => Cell.Gaps.ToList().FindIndex(place => place.Name == gap) + 1;

    public async Task CheckAsync()
    {
        // A second click, or Enter and a click, while the first is under way.
        if (IsChecking)
        {
            return;
        }

        IsChecking = true;
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
            // The page is gone.
        }
        catch (Exception fault)
        {
            _log.LogError(fault, "Exercise {Exercise} could not be checked.", Cell.Id);
            HasFailed = true;
        }

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
            // The page is gone.
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

    private bool IsEdited(CheckedWork shown, string gap) =>
        (_desk.ValueOf(Cell.Id, gap) ?? "").Trim() != (shown.Texts.GetValueOrDefault(gap) ?? "").Trim();
}
