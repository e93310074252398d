namespace AslTutorial.Lessons.Listings;

/// <summary>Cuts code into pieces to be coloured. It colours and does not judge: any text is code to it.</summary>
internal abstract class Lexer
{
    public IReadOnlyList<Token> Read(string code)
    {
        var tokens = new List<Token>();
        var cursor = new Cursor(code);
        var before = "";
        while (!cursor.AtEnd)
        {
            var start = cursor.At;
            var kind = Next(cursor, before);
            var text = cursor.From(start);
            if (!string.IsNullOrWhiteSpace(text))
            {
                before = text;
            }

            Add(tokens, new Token(start, cursor.At, kind));
        }

        return tokens;
    }

    /// <summary>Moves over one piece, at least by one character.</summary>
    /// <param name="before">The last piece that was no blank.</param>
    protected abstract TokenKind Next(Cursor cursor, string before);

    protected static TokenKind Blank(Cursor cursor)
    {
        cursor.MoveWhile(char.IsWhiteSpace);
        return TokenKind.Plain;
    }

    protected static TokenKind Number(Cursor cursor)
    {
        cursor.Move();
        while (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current == '_'
            || (cursor.Current == '.' && cursor.Peek(1) != '.' && !StartsName(cursor.Peek(1))))
        {
            var isExponent = cursor.Current is 'e' or 'E' && cursor.Peek(1) is '+' or '-' && char.IsAsciiDigit(cursor.Peek(2));
            cursor.Move(isExponent ? 2 : 1);
        }

        return TokenKind.Number;
    }

    protected static bool StartsNumber(Cursor cursor) =>
        char.IsAsciiDigit(cursor.Current) || (cursor.Current == '.' && char.IsAsciiDigit(cursor.Peek(1)));

    protected static bool StartsName(char c) => c == '_' || char.IsLetter(c);

    protected static string Name(Cursor cursor)
    {
        var start = cursor.At;
        cursor.MoveWhile(c => c == '_' || char.IsLetterOrDigit(c));
        return cursor.From(start);
    }

    protected static bool LooksLikeType(string name) => char.IsUpper(name[0]) && name.Any(char.IsLower);

    // A run of blanks or of operators is one piece: fewer elements in the page.
    private static void Add(List<Token> tokens, Token token)
    {
        if (token.Kind is TokenKind.Plain or TokenKind.Operator && tokens.Count > 0 && tokens[^1].Kind == token.Kind)
        {
            tokens[^1] = tokens[^1] with { End = token.End };
        }
        else
        {
            tokens.Add(token);
        }
    }
}

/// <summary>A piece of code found by a lexer.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where the next one begins.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind);
