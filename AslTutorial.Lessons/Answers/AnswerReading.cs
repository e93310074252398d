namespace AslTutorial.Lessons.Answers;

/// <summary>What became of a gap's text: nothing (it is empty), values, or a fault.</summary>
public sealed record AnswerReading
{
    private AnswerReading()
    {
    }

    /// <summary>Nothing was written; or the mark that stands for a gap was left in it.</summary>
    public bool IsEmpty => Fault is null && Arguments.Count == 0;

    public bool IsValue => Arguments.Count > 0;

    /// <summary>One value; more only in a gap that takes several arguments. Empty if the gap is, or with a fault.</summary>
    public IReadOnlyList<AnswerArgument> Arguments { get; private init; } = [];

    /// <summary>The first value, or null.</summary>
    public AnswerValue? Value => Arguments.Count > 0 ? Arguments[0].Value : null;

    /// <summary>The keyword of the first value, or null.</summary>
    public string? Keyword => Arguments.Count > 0 ? Arguments[0].Keyword : null;

    /// <summary>The whole as Python would write it: one space around operators, single quotes.</summary>
    public string Source => string.Join(", ", Arguments.Select(argument => argument.Source));

    /// <summary>What it was understood as, where signs of a Chinese keyboard or of C# were taken for Python's; else null.</summary>
    public string? ReadAs { get; private init; }

    /// <summary>Why it is no value, or null.</summary>
    public AnswerFault? Fault { get; private init; }

    internal static AnswerReading Empty { get; } = new();

    internal static AnswerReading Of(IReadOnlyList<AnswerArgument> arguments, bool wasFolded)
    {
        var reading = new AnswerReading { Arguments = arguments };
        return wasFolded ? reading with { ReadAs = reading.Source } : reading;
    }

    internal static AnswerReading Of(AnswerFault fault) => new() { Fault = fault };
}
