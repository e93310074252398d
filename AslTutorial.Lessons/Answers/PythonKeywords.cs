namespace AslTutorial.Lessons.Answers;

/// <summary>Words that Python keeps for itself (reference, 2.3.1); True, False and None are values and not among them.</summary>
internal static class PythonKeywords
{
    private static readonly HashSet<string> Words =
    [
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
        "raise", "return", "try", "while", "with", "yield",
    ];

    public static bool Contains(string word) => Words.Contains(word);

    /// <summary>What is to be said where such a word stands in an answer: the key of a fault, or null for any other word and for not.</summary>
    public static string? FaultOf(string word) => word switch
    {
        "not" => null,
        "and" or "or" => AnswerFaultKeys.Logical,
        "is" or "in" => AnswerFaultKeys.Comparison,
        "if" or "else" => AnswerFaultKeys.Conditional,
        "lambda" => AnswerFaultKeys.Lambda,
        _ => Words.Contains(word) ? AnswerFaultKeys.Keyword : null,
    };
}
