namespace AslTutorial.Lessons.Prose;

/// <summary>
/// Refuses text that no author writes before it is parsed: nesting costs stack and unclosed marks cost time, so both are
/// counted, in one pass over the text.
/// </summary>
internal static class MarkdownLimits
{
    public const int MostLines = 10_000;
    public const int LongestLine = 20_000;
    public const int DeepestBlock = 40;
    public const int MostMarksInAParagraph = 4_000;

    private const string ListMarks = "-+*.)";
    private const string InlineMarks = "*_[]`!<&$~:|\\";

    public static (int? Line, string Reason)? Refusal(string text)
    {
        var number = 0;
        var marks = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++number > MostLines)
            {
                return (number, $"a text has at most {MostLines} lines");
            }

            if (line.Length > LongestLine)
            {
                return (number, $"a line has at most {LongestLine} characters, and this one has {line.Length}");
            }

            if (Nesting(line) > DeepestBlock)
            {
                return (number, "lists and quotes are nested too deeply");
            }

            if (line.IsWhiteSpace())
            {
                marks = 0;
                continue;
            }

            foreach (var c in line)
            {
                marks += InlineMarks.Contains(c) ? 1 : 0;
            }

            if (marks > MostMarksInAParagraph)
            {
                return (number, $"a paragraph has at most {MostMarksInAParagraph} characters such as * and [");
            }
        }

        return null;
    }

    // Marks of quotes and lists at the line's beginning, and the list levels that its indent may stand for.
    private static int Nesting(ReadOnlySpan<char> line)
    {
        var marks = 0;
        var blanks = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is ' ' or '\t')
            {
                blanks += c == '\t' ? 4 : 1;
            }
            else if (c == '>' || (ListMarks.Contains(c) && i + 1 < line.Length && line[i + 1] is ' ' or '\t'))
            {
                marks++;
            }
            else if (!char.IsAsciiDigit(c))
            {
                break;
            }
        }

        return marks + (blanks / 4);
    }
}
