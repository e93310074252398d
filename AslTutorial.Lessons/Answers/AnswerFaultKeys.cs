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

    /// <summary>A call, of any function but bool.</summary>
    public const string Call = "Fault.Call";

    /// <summary>An attribute.</summary>
    public const string Dot = "Fault.Dot";
    public const string Subscript = "Fault.Subscript";
    public const string List = "Fault.List";

    /// <summary>A dictionary or a set.</summary>
    public const string Braces = "Fault.Braces";
    public const string Comparison = "Fault.Comparison";

    /// <summary>"and", "or".</summary>
    public const string Logical = "Fault.Logical";
    public const string Conditional = "Fault.Conditional";
    public const string Lambda = "Fault.Lambda";

    /// <summary>One that is not calculated with: **, %, and those of bits.</summary>
    public const string Operator = "Fault.Operator";
    public const string Unpacking = "Fault.Unpacking";

    /// <summary>":=".</summary>
    public const string Assignment = "Fault.Assignment";
    public const string Semicolon = "Fault.Semicolon";
    public const string Comment = "Fault.Comment";

    /// <summary>b"...".</summary>
    public const string Bytes = "Fault.Bytes";

    /// <summary>f"...{...}...".</summary>
    public const string FormattedString = "Fault.FormattedString";

    /// <summary>"\\N{...}".</summary>
    public const string NamedEscape = "Fault.NamedEscape";
    public const string Imaginary = "Fault.Imaginary";

    /// <summary>In a gap inside a string of the listing: a sign that would end the string, or mean something else in it.</summary>
    public const string TextSign = "Fault.TextSign";
    public const string SeveralValues = "Fault.SeveralValues";
    public const string TooManyArguments = "Fault.TooManyArguments";
    public const string RepeatedKeyword = "Fault.RepeatedKeyword";
    public const string PositionalAfterKeyword = "Fault.PositionalAfterKeyword";
    public const string UnknownName = "Fault.UnknownName";
    public const string NoNumber = "Fault.NoNumber";

    /// <summary>Whether a thing counts as true is not known.</summary>
    public const string NoTruth = "Fault.NoTruth";
    public const string DivisionByZero = "Fault.DivisionByZero";

    /// <summary>An operation begins with its operator.</summary>
    public const string NoOperator = "Fault.NoOperator";

    /// <summary>More stands after the first operation.</summary>
    public const string OneOperation = "Fault.OneOperation";
}
