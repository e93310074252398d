namespace AslTutorial.Lessons.Exercises;

/// <summary>How far the hints of an exercise are opened: none before the first attempt, then one step at a time.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Shown">How many are open.</param>
/// <param name="HasAttempted">Whether there was an attempt: <see cref="Judging.Verdict.IsAttempt"/>.</param>
public readonly record struct HintState(int Total, int Shown, bool HasAttempted)
{
    /// <summary>Whether another hint may be opened.</summary>
    public bool CanShowNext => HasAttempted && Shown < Total;

    /// <summary>With one more open, if that is allowed; else the same.</summary>
    public HintState Next() => CanShowNext ? this with { Shown = Shown + 1 } : this;

    public HintState AfterAttempt() => this with { HasAttempted = true };

    /// <summary>The open ones, and no others, whatever was stored: of a list that has become shorter, those that are left.</summary>
    public IReadOnlyList<LocalText> Visible(IReadOnlyList<LocalText> hints)
    {
        ArgumentNullException.ThrowIfNull(hints);
        return [.. hints.Take(HasAttempted ? Math.Clamp(Shown, 0, Total) : 0)];
    }
}
