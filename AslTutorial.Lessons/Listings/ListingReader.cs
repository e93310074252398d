namespace AslTutorial.Lessons.Listings;

/// <summary>Turns code into a listing that can be coloured. Any text gives one; nothing in it is ever executed.</summary>
public static class ListingReader
{
    private static readonly PythonLexer PythonCode = new();
    private static readonly CSharpLexer CSharpCode = new();

    /// <summary>C# without marks.</summary>
    /// <param name="code">Lines may end in either way; blank lines at both ends are left out.</param>
    /// <param name="language">Which comment lines with a language ("// en: ...") to keep; null keeps all as they are.</param>
    public static Listing CSharp(string code, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Build(CSharpCode, ListingMarks.None(Tidy(code, language)));
    }

    /// <summary>The same with marks, as in <see cref="MarkedPython"/>.</summary>
    public static Listing MarkedCSharp(string code, string language)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Build(CSharpCode, ListingMarks.Take(Tidy(code, language)));
    }

    /// <summary>Python without marks.</summary>
    /// <param name="code">Lines may end in either way; blank lines at both ends are left out.</param>
    /// <param name="language">Which comment lines with a language ("# en: ...") to keep; null keeps all as they are.</param>
    public static Listing Python(string code, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Build(PythonCode, ListingMarks.None(Tidy(code, language)));
    }

    /// <summary>Python in which ⟦gap⟧, ⟪parameter⟫ and ⟨fact|what is shown⟩ are marks, and comment lines are those of a language.</summary>
    public static Listing MarkedPython(string code, string language)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Build(PythonCode, ListingMarks.Take(Tidy(code, language)));
    }

    private static string Tidy(string code, string? language)
    {
        code = code.ReplaceLineEndings("\n");
        return (language is null ? code : CommentLanguages.Resolve(code, language)).TrimEnd().TrimStart('\n');
    }

    private static Listing Build(Lexer lexer, ListingMarks marks)
    {
        var lines = new List<IReadOnlyList<ListingSpan>>();
        var line = new List<ListingSpan>();
        foreach (var token in lexer.Read(marks.Code))
        {
            var pieces = marks.Code[token.Start..token.End].Split('\n');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                {
                    lines.Add(line);
                    line = [];
                }

                line.AddRange(marks.Split(pieces[i], token.Kind));
            }
        }

        lines.Add(line);
        return new Listing(lines);
    }
}
