using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Listings;

/// <summary>Python.</summary>
internal sealed class PythonLexer : Lexer
{
    protected override TokenKind Next(Cursor cursor, string before)
    {
        var current = cursor.Current;
        if (char.IsWhiteSpace(current))
        {
            return Blank(cursor);
        }

        if (current == '#')
        {
            cursor.MoveToLineEnd();
            return TokenKind.Comment;
        }

        if (PrefixOfText(cursor) is { } prefix)
        {
            return Text(cursor, prefix);
        }

        if (StartsNumber(cursor))
        {
            return Number(cursor);
        }

        if (StartsName(current))
        {
            return Word(cursor, before);
        }

        cursor.Move();
        return TokenKind.Operator;
    }

    // r"", f"", b"", rb"" and so on: the letters belong to the literal.
    private static int? PrefixOfText(Cursor cursor)
    {
        for (var length = 0; length <= 2; length++)
        {
            if (cursor.Peek(length) is '"' or '\'')
            {
                return length;
            }

            if (!"rRfFbBuU".Contains(cursor.Peek(length)))
            {
                return null;
            }
        }

        return null;
    }

    private static TokenKind Text(Cursor cursor, int prefix)
    {
        cursor.Move(prefix);
        var quote = cursor.Current;
        var triple = new string(quote, 3);
        if (cursor.Ahead(triple))
        {
            cursor.Move(3);
            cursor.MovePast(triple);
        }
        else
        {
            cursor.Move();
            cursor.MovePastQuoted(quote, escapes: true);
        }

        return TokenKind.Text;
    }

    private static TokenKind Word(Cursor cursor, string before)
    {
        var name = Name(cursor);
        return PythonKeywords.Contains(name) || name is "True" or "False" or "None" ? TokenKind.Keyword
            : before == "class" || LooksLikeType(name) ? TokenKind.Type
            : cursor.NextVisible() == '(' ? TokenKind.Function
            : TokenKind.Name;
    }
}
