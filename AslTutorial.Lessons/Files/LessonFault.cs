namespace AslTutorial.Lessons.Files;

/// <summary>Something wrong with a lesson's files.</summary>
/// <param name="File">Relative to the lessons' folder, or to the web root for a figure.</param>
/// <param name="Line">Counted from 1, where it is known.</param>
/// <param name="Reason">What is wrong, for the author.</param>
public sealed record LessonFault(string File, int? Line, string Reason)
{
    /// <summary>"file:line: reason", as compilers write it.</summary>
    public override string ToString() => Line is { } at ? $"{File}:{at}: {Reason}" : $"{File}: {Reason}";
}
