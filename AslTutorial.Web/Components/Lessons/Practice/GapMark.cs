using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>The last check's verdict on a gap, shown inside the code.</summary>
/// <param name="Status">Never <see cref="VerdictStatus.Incomplete"/>.</param>
/// <param name="Name">One word, for screen readers and the tooltip.</param>
/// <param name="NoteId">The id of the element with its message, or null.</param>
public sealed record GapMark(VerdictStatus Status, string Name, string? NoteId)
{
    /// <summary>For aria-invalid: an empty gap is neither right nor wrong.</summary>
    public bool IsInvalid => Status is VerdictStatus.Wrong or VerdictStatus.Invalid;
}
