namespace AslTutorial.Web.Exercises;

/// <summary>A learner's progress with an exercise.</summary>
/// <param name="Attempts">Checking the same answers again does not count.</param>
/// <param name="Last">The last attempt and its results; null before the first.</param>
/// <param name="Hints">The open hints.</param>
/// <param name="HintTotal">Number of hints of the exercise.</param>
/// <param name="CanShowHint">Whether another may be opened now.</param>
/// <param name="IsSolved">Whether any attempt was correct; stays true.</param>
/// <param name="IsRevealed">Whether the solution was opened before solving it.</param>
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
