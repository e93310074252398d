using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>What the last check said about a gap, shown inside the code.</summary>
/// <param name="Status">Never <see cref="VerdictStatus.Incomplete"/>.</param>
/// <param name="Name">In a word, for screen readers and on hovering.</param>
/// <param name="NoteId">The sentence about it, or null.</param>
public sealed record GapMark(VerdictStatus Status, string Name, string? NoteId)
{
    /// <summary>An empty gap is neither right nor wrong.</summary>
    public bool IsInvalid => Status is VerdictStatus.Wrong or VerdictStatus.Invalid;
}
