namespace AslTutorial.Lessons.Answers;

/// <summary>
/// The signs of a Chinese keyboard, and those that word processors put in, as Python's: full-width letters, digits and
/// punctuation, curly quotes, the enumeration comma, the multiplication sign. One character stays one character, so
/// that positions hold.
/// </summary>
internal static class KeyboardSigns
{
    // The distance from an ASCII character to its full-width form.
    private const int FullWidthShift = 0xFEE0;

    public static string Fold(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = Fold(original[i]);
        }
    });

    private static char Fold(char sign) => sign switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(sign - FullWidthShift),
        '\u2018' or '\u2019' or '\u201A' or '\u201B' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' => '"',
        '\u3000' or '\u00A0' or (>= '\u2002' and <= '\u200A') or '\u202F' => ' ',
        '\u3001' => ',',
        '\u00D7' => '*',
        '\u2212' => '-',
        _ => sign,
    };
}
