namespace AslTutorial.Lessons.Content;

/// <summary>A lesson's files cannot be read as a lesson.</summary>
public sealed class LessonContentException : Exception
{
    public LessonContentException(string file, int? line, string reason, Exception? inner = null)
        : base(line is { } at ? $"{file}:{at}: {reason}" : $"{file}: {reason}", inner)
    {
        File = file;
        Line = line;
        Reason = reason;
    }

    /// <summary>Relative to the lessons' folder.</summary>
    public string File { get; }

    /// <summary>Counted from 1, where it is known.</summary>
    public int? Line { get; }

    public string Reason { get; }
}
