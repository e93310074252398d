namespace AslTutorial.Lessons.Answers;

/// <summary>Words inside a string of the listing. They need no quotes; in a pair of quotes of their own they are the same.</summary>
internal static class PlainText
{
    // These would end the listing's f-string, begin an escape or insert a value.
    private static readonly char[] Signs = ['"', '\\', '{', '}'];

    /// <param name="written">Trimmed, and not empty.</param>
    /// <exception cref="AnswerFaultException">A character cannot be seen, or means something else in a string.</exception>
    public static AnswerReading Read(string written)
    {
        if (AnswerScan.FindInvisible(written) is { } invisible)
        {
            throw new AnswerFaultException(invisible);
        }

        var folded = KeyboardSigns.Fold(written);
        var isQuoted = folded.Length > 2 && folded[0] is '\'' or '"' && folded.IndexOf(folded[0], 1) == folded.Length - 1;
        var words = (isQuoted ? written[1..^1].Trim() : written).Replace('\t', ' ');
        if (words.IndexOfAny(Signs) is >= 0 and var sign)
        {
            throw new AnswerFaultException(sign + (isQuoted ? 1 : 0), AnswerFaultKeys.TextSign, words[sign].ToString());
        }

        return AnswerReading.Of([new(null, new AnswerValue.Wording(words), words, 0)], wasFolded: false);
    }

    /// <summary>The letters and digits alone, small: what has the same ones is one word.</summary>
    public static string Letters(string words) =>
        string.Concat(KeyboardSigns.Fold(words).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
