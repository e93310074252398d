namespace AslTutorial.Lessons.Answers;

/// <summary>Leaves the steps of a reading; never the reader.</summary>
internal sealed class AnswerFaultException(AnswerFault fault) : Exception
{
    public AnswerFaultException(int position, string key, params IReadOnlyList<string> arguments)
        : this(new AnswerFault(position, key, arguments))
    {
    }

    public AnswerFault Fault { get; } = fault;
}
