namespace AslTutorial.Lessons.Listings;

/// <summary>A place in code that only moves forward: every lexer takes one pass, whatever the code looks like.</summary>
internal sealed class Cursor(string code)
{
    public int At { get; private set; }

    public bool AtEnd => At >= code.Length;

    public char Current => Peek(0);

    public char Peek(int ahead) => At + ahead < code.Length ? code[At + ahead] : '\0';

    public bool Ahead(string text) => string.CompareOrdinal(code, At, text, 0, text.Length) == 0;

    public void Move(int count = 1) => At = Math.Min(code.Length, At + count);

    public void MoveWhile(Func<char, bool> fits)
    {
        while (!AtEnd && fits(code[At]))
        {
            At++;
        }
    }

    public void MoveToLineEnd() => MoveWhile(c => c != '\n');

    /// <summary>Over everything up to and with the text; to the end where it is not there.</summary>
    public void MovePast(string text)
    {
        var found = code.IndexOf(text, At, StringComparison.Ordinal);
        At = found < 0 ? code.Length : found + text.Length;
    }

    /// <summary>Over a literal in quotes, from behind the opening one; an unclosed one ends with its line.</summary>
    public void MovePastQuoted(char quote, bool escapes)
    {
        while (!AtEnd && Current != '\n')
        {
            if (escapes && Current == '\\')
            {
                Move(2);
            }
            else if (Current == quote)
            {
                Move();
                return;
            }
            else
            {
                Move();
            }
        }
    }

    public string From(int start) => code[start..At];

    /// <summary>The next character that is no blank, without going there.</summary>
    public char NextVisible()
    {
        var at = At;
        while (at < code.Length && code[at] is ' ' or '\t')
        {
            at++;
        }

        return at < code.Length ? code[at] : '\0';
    }
}
