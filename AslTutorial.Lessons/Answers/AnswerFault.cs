namespace AslTutorial.Lessons.Answers;

/// <summary>Why a gap's text is no value.</summary>
/// <param name="Position">Where in the learner's text, from 0.</param>
/// <param name="Key">Of the sentence; one of <see cref="AnswerFaultKeys"/>.</param>
/// <param name="Arguments">What the sentence names, all of it from the learner's text or from the limits.</param>
public sealed record AnswerFault(int Position, string Key, params IReadOnlyList<string> Arguments)
{
    /// <summary>The sentence. Plain text.</summary>
    /// <param name="language">"zh-CN" or "en".</param>
    /// <remarks>A tab, the one control character that an answer may have, is shown as the space it stands for.</remarks>
    public string Text(string language) => AnswerTexts.Get(Key, language, [.. Arguments.Select(argument => argument.Replace('\t', ' '))]);
}

/// <summary>Leaves the steps of a reading; never the reader.</summary>
internal sealed class AnswerFaultException(AnswerFault fault) : Exception
{
    public AnswerFaultException(int position, string key, params IReadOnlyList<string> arguments)
        : this(new AnswerFault(position, key, arguments))
    {
    }

    public AnswerFault Fault { get; } = fault;
}
