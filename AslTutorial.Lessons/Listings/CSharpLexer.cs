using System.Collections.Frozen;

namespace AslTutorial.Lessons.Listings;

/// <summary>C#.</summary>
internal sealed class CSharpLexer : Lexer
{
    private static readonly FrozenSet<string> Keywords = new[]
    {
        "abstract", "and", "as", "async", "await", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const",
        "continue", "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed",
        "float", "for", "foreach", "get", "goto", "if", "implicit", "in", "init", "int", "interface", "internal", "is", "lock", "long",
        "namespace", "new", "not", "null", "object", "operator", "or", "out", "override", "params", "private", "protected", "public", "readonly",
        "record", "ref", "required", "return", "sbyte", "sealed", "set", "short", "sizeof", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "var", "virtual", "void", "when", "where",
        "while", "with", "yield",
    }.ToFrozenSet(StringComparer.Ordinal);

    protected override TokenKind Next(Cursor cursor, string before)
    {
        var current = cursor.Current;
        if (char.IsWhiteSpace(current))
        {
            return Blank(cursor);
        }

        if (cursor.Ahead("//") || (current == '#' && before.Length == 0))
        {
            cursor.MoveToLineEnd();
            return TokenKind.Comment;
        }

        if (cursor.Ahead("/*"))
        {
            cursor.Move(2);
            cursor.MovePast("*/");
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

        if (StartsName(current) || (current == '@' && StartsName(cursor.Peek(1))))
        {
            return Word(cursor, before);
        }

        cursor.Move();
        return TokenKind.Operator;
    }

    private static int? PrefixOfText(Cursor cursor)
    {
        var length = 0;
        while (length < 4 && cursor.Peek(length) is '$' or '@')
        {
            length++;
        }

        return cursor.Peek(length) == '"' || (length == 0 && cursor.Current == '\'') ? length : null;
    }

    private static TokenKind Text(Cursor cursor, int prefix)
    {
        var start = cursor.At;
        cursor.Move(prefix);
        var isVerbatim = cursor.From(start).Contains('@');
        if (cursor.Ahead("\"\"\""))
        {
            var quotes = cursor.At;
            cursor.MoveWhile(c => c == '"');
            cursor.MovePast(cursor.From(quotes));
        }
        else if (isVerbatim)
        {
            Verbatim(cursor);
        }
        else
        {
            var quote = cursor.Current;
            cursor.Move();
            cursor.MovePastQuoted(quote, escapes: true);
        }

        return TokenKind.Text;
    }

    // A verbatim string spans lines and doubles its quotes.
    private static void Verbatim(Cursor cursor)
    {
        cursor.Move();
        while (!cursor.AtEnd)
        {
            cursor.MovePast("\"");
            if (cursor.Current != '"')
            {
                return;
            }

            cursor.Move();
        }
    }

    private static TokenKind Word(Cursor cursor, string before)
    {
        if (cursor.Current == '@')
        {
            // @ makes a name of a keyword.
            cursor.Move();
            Name(cursor);
            return TokenKind.Name;
        }

        var name = Name(cursor);
        return Keywords.Contains(name) ? TokenKind.Keyword
            : before == "new" ? TokenKind.Type
            : cursor.NextVisible() == '(' ? TokenKind.Function
            : before != "." && LooksLikeType(name) ? TokenKind.Type
            : TokenKind.Name;
    }
}
