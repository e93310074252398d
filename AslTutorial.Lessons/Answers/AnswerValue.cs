using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AslTutorial.Lessons.Answers;

/// <summary>What a learner wrote, as a value. There is nothing else that a gap can hold.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The kinds are named as the lesson names them.")]
public abstract record AnswerValue
{
    private AnswerValue()
    {
    }

    /// <summary>As Python prints it: 'label', 28, 0.5, True, None; a name is its word.</summary>
    public abstract string Repr { get; }

    /// <summary>The value that a name stands for where that is known, the first of words that say the same, else the value itself.</summary>
    public AnswerValue Resolve(AnswerNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return this switch
        {
            Name name when names.Values.TryGetValue(name.Word, out var number) => new Integer(number),
            Wording wording => new Wording(names.FirstWord(wording.Words)),
            _ => this,
        };
    }

    /// <param name="Text">The characters, escapes resolved.</param>
    public sealed record String(string Text) : AnswerValue
    {
        public override string Repr => PythonRepr.Of(Text);
    }

    /// <param name="Value">Python's integers have no limit; one that a tensor cannot hold is a fault of the reading.</param>
    public sealed record Integer(long Value) : AnswerValue
    {
        public override string Repr => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <param name="Value">Finite.</param>
    public sealed record Real(double Value) : AnswerValue
    {
        public override string Repr => PythonRepr.Of(Value);
    }

    public sealed record Boolean(bool Value) : AnswerValue
    {
        public override string Repr => Value ? "True" : "False";
    }

    public sealed record None : AnswerValue
    {
        public override string Repr => "None";
    }

    /// <summary>A bare word. Whether it is known shows where it is used.</summary>
    public sealed record Name(string Word) : AnswerValue
    {
        public override string Repr => Word;
    }

    /// <summary>Words inside a string of the listing, as they are printed.</summary>
    public sealed record Wording(string Words) : AnswerValue
    {
        public override string Repr => Words;
    }
}
