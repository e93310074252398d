namespace AslTutorial.Lessons.Answers;

/// <summary>The keys of <see cref="AnswerFault"/>, each a sentence in AnswerTexts.resx.</summary>
public static class AnswerFaultKeys
{
    public const string TooLong = "Fault.TooLong";
    public const string TooDeep = "Fault.TooDeep";
    public const string InvisibleCharacter = "Fault.InvisibleCharacter";
    public const string UnclosedQuote = "Fault.UnclosedQuote";
    public const string UnclosedParenthesis = "Fault.UnclosedParenthesis";
    public const string ExtraParenthesis = "Fault.ExtraParenthesis";
    public const string UnexpectedEnd = "Fault.UnexpectedEnd";
    public const string UnexpectedPart = "Fault.UnexpectedPart";
    public const string UnsupportedCharacter = "Fault.UnsupportedCharacter";
    public const string Keyword = "Fault.Keyword";
    public const string MalformedNumber = "Fault.MalformedNumber";
    public const string LeadingZeros = "Fault.LeadingZeros";
    public const string NumberTooLarge = "Fault.NumberTooLarge";
    public const string MalformedEscape = "Fault.MalformedEscape";

    /// <summary>The name of the argument was written where the value alone belongs.</summary>
    public const string KeywordNotHere = "Fault.KeywordNotHere";

    /// <summary>More of the line was written than the gap: a call.</summary>
    public const string Call = "Fault.Call";

    /// <summary>More of the line was written than the gap: what stands before the dot.</summary>
    public const string Dot = "Fault.Dot";
    public const string SeveralValues = "Fault.SeveralValues";
    public const string TooManyArguments = "Fault.TooManyArguments";
    public const string RepeatedKeyword = "Fault.RepeatedKeyword";
    public const string PositionalAfterKeyword = "Fault.PositionalAfterKeyword";
    public const string UnknownName = "Fault.UnknownName";
    public const string NoWholeNumber = "Fault.NoWholeNumber";
    public const string DivisionByZero = "Fault.DivisionByZero";
}
