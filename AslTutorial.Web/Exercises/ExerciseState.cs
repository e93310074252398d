namespace AslTutorial.Web.Exercises;

/// <summary>How far a learner has come with an exercise.</summary>
/// <param name="Attempts">The same answers checked again count once.</param>
/// <param name="Last">What the last attempt came to, or null before the first.</param>
/// <param name="Hints">Those that are open.</param>
/// <param name="HintTotal">How many there are.</param>
/// <param name="CanShowHint">Whether another may be opened now.</param>
/// <param name="IsSolved">Whether an attempt was right; it stays so.</param>
/// <param name="IsRevealed">Whether the solution was opened before that.</param>
public sealed record ExerciseState(
    int Attempts,
    CheckedWork? Last,
    IReadOnlyList<string> Hints,
    int HintTotal,
    bool CanShowHint,
    bool IsSolved,
    bool IsRevealed)
{
    public static ExerciseState Untouched { get; } = new(0, null, [], 0, false, false, false);

    /// <summary>Whether anything was checked or opened.</summary>
    public bool IsBegun => Attempts > 0 || Last is not null || Hints.Count > 0 || CanShowHint || IsSolved || IsRevealed;
}
