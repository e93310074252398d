namespace AslTutorial.Lessons.Files;

/// <summary>A lesson's files cannot be read as a lesson.</summary>
public sealed class LessonContentException : Exception
{
    /// <param name="faults">At least one.</param>
    /// <param name="inner">What led to it.</param>
    public LessonContentException(IReadOnlyList<LessonFault> faults, Exception? inner = null)
        : base(string.Join(Environment.NewLine, faults), inner)
    {
        ArgumentOutOfRangeException.ThrowIfZero(faults.Count);
        Faults = faults;
    }

    public LessonContentException(string file, int? line, string reason, Exception? inner = null)
        : this([new LessonFault(file, line, reason)], inner)
    {
    }

    /// <summary>All that was found.</summary>
    public IReadOnlyList<LessonFault> Faults { get; }

    /// <summary>File of the first fault, relative to the lessons' folder.</summary>
    public string File => Faults[0].File;

    /// <summary>Its line, counted from 1, where it is known.</summary>
    public int? Line => Faults[0].Line;

    /// <summary>What is wrong there.</summary>
    public string Reason => Faults[0].Reason;
}
