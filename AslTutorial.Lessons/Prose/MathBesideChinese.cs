using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace AslTutorial.Lessons.Prose;

/// <summary>
/// $...$ within a line. Markdig's own wants a blank or punctuation on either side, which Chinese text has not: there a formula
/// may touch any character that is not of a word with spaces around it.
/// </summary>
internal sealed class MathBesideChinese : MathInlineParser
{
    private const char Dollar = '$';

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (before == Dollar || IsOfAWord(before))
        {
            return false;
        }

        var (text, first) = (slice.Text, slice.Start);
        var dollars = RunLength(text, first, slice.End);
        var start = first + dollars;
        var close = FindClose(text, start, slice.End, dollars);
        if (dollars > 2 || close < 0 || char.IsWhiteSpace(text[start]) != char.IsWhiteSpace(text[close - 1]))
        {
            return false;
        }

        processor.Inline = new MathInline
        {
            Span = new Markdig.Syntax.SourceSpan(processor.GetSourcePosition(first, out var line, out var column), processor.GetSourcePosition(close + dollars - 1)),
            Line = line,
            Column = column,
            Delimiter = Dollar,
            DelimiterCount = dollars,
            Content = new StringSlice(text, start, close - 1),
        };
        slice.Start = close + dollars;
        return true;
    }

    // The first run of as many dollars that is not escaped, and not followed by a word.
    private static int FindClose(string text, int from, int end, int dollars)
    {
        for (var i = from; i <= end; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == Dollar)
            {
                var isClose = i > from && RunLength(text, i, end) == dollars && !(i + dollars <= end && IsOfAWord(text[i + dollars]));
                return isClose ? i : -1;
            }
        }

        return -1;
    }

    private static int RunLength(string text, int from, int end)
    {
        var at = from;
        while (at <= end && text[at] == Dollar)
        {
            at++;
        }

        return at - from;
    }

    private static bool IsOfAWord(char c) => char.IsLetterOrDigit(c) && !ChineseText.IsWide(c);
}

/// <summary>Puts the parser in the place of the one that Markdig's extension would add.</summary>
internal sealed class ChineseMathematics : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new MathBesideChinese());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
