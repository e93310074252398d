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
}
