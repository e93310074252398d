using System.Text;
using static AslTutorial.Lessons.Maths.MathFormula;

namespace AslTutorial.Lessons.Maths;

/// <summary>Reads a formula from left to right by descent; a formula within a formula goes at most so deep.</summary>
internal sealed class MathReader(string latex)
{
    private const int Deepest = 24;

    private int _at;
    private int _depth;

    private char Current => _at < latex.Length ? latex[_at] : '\0';

    public string Read()
    {
        var row = Row(_ => false);
        return _at == latex.Length ? row : throw new MathFault($"'{Current}' closes nothing");
    }

    /// <summary>Pieces up to the end of the group, which is left for the caller.</summary>
    private string Row(Func<string?, bool> ends)
    {
        if (++_depth > Deepest)
        {
            throw new MathFault("it is nested too deeply");
        }

        var row = new StringBuilder();
        var count = 0;
        for (SkipBlanks(); Current is not '\0' and not '}' && !ends(PeekCommand()); SkipBlanks())
        {
            row.Append(Scripted());
            count++;
        }

        _depth--;
        return count == 1 ? row.ToString() : $"<mrow>{row}</mrow>";
    }

    private string Scripted()
    {
        var nucleus = Atom();
        string? below = null, above = null;
        for (SkipBlanks(); Current is '_' or '^'; SkipBlanks())
        {
            var isBelow = Current == '_';
            _at++;
            if ((isBelow ? below : above) is not null)
            {
                throw new MathFault($"there are two {(isBelow ? "subscripts (_)" : "superscripts (^)")} in a row");
            }

            var script = Argument(isBelow ? "_" : "^");
            (below, above) = isBelow ? (script, above) : (below, script);
        }

        return (below, above) switch
        {
            (null, null) => nucleus,
            ({ } sub, null) => $"<msub>{nucleus}{sub}</msub>",
            (null, { } super) => $"<msup>{nucleus}{super}</msup>",
            var (sub, super) => $"<msubsup>{nucleus}{sub}{super}</msubsup>",
        };
    }

    private string Atom()
    {
        var c = Current;
        if (c == '{')
        {
            return Group();
        }

        if (c == '\\')
        {
            return Command(TakeCommand());
        }

        if (char.IsAsciiDigit(c))
        {
            return Element("mn", TakeWhile(d => char.IsAsciiDigit(d) || d is '.' or ','));
        }

        if (c is '_' or '^' or '&' or '#' or '%' or '~')
        {
            throw new MathFault($"'{c}' stands in the wrong place");
        }

        _at++;
        return char.IsLetter(c) ? Element("mi", c.ToString())
            : char.IsControl(c) || char.IsSurrogate(c) ? throw new MathFault("there is a character in it that is no mathematics")
            : Element("mo", c == '-' ? "−" : c.ToString(), c is '(' or ')' or '[' or ']' or '|' ? " stretchy=\"false\"" : "");
    }

    private string Command(string name)
    {
        if (MathSymbols.Names.TryGetValue(name, out var letter))
        {
            return Element("mi", letter);
        }

        if (MathSymbols.Operators.TryGetValue(name, out var sign))
        {
            return Element("mo", sign, MathSymbols.Fences.Contains(name) ? " stretchy=\"false\"" : "");
        }

        if (MathSymbols.Spaces.TryGetValue(name, out var width))
        {
            return $"<mspace width=\"{width}em\"></mspace>";
        }

        if (MathSymbols.Accents.TryGetValue(name, out var accent))
        {
            return $"<mover accent=\"true\">{Argument(name)}{Element("mo", accent, " stretchy=\"false\"")}</mover>";
        }

        return name switch
        {
            "frac" => $"<mfrac>{Argument(name)}{Argument(name)}</mfrac>",
            "sqrt" => $"<msqrt>{Argument(name)}</msqrt>",
            "text" => Element("mtext", Words(name)),
            "mathrm" or "operatorname" => Element("mi", Words(name), " mathvariant=\"normal\""),
            "left" => Fenced(),
            "right" => throw new MathFault("\\right has no \\left"),
            _ => throw new MathFault($"the command \\{name} is unknown"),
        };
    }

    private string Fenced()
    {
        var open = Fence("left");
        var row = Row(command => command == "right");
        if (PeekCommand() != "right")
        {
            throw new MathFault("\\left has no \\right");
        }

        TakeCommand();
        return $"<mrow>{open}{row}{Fence("right")}</mrow>";
    }

    private string Fence(string after)
    {
        SkipBlanks();
        var name = Current == '\\' ? TakeCommand() : _at < latex.Length ? latex[_at++].ToString() : "";
        return !MathSymbols.Fences.Contains(name) ? throw new MathFault($"\\{after} needs a bracket behind it")
            : name == "." ? ""
            : Element("mo", MathSymbols.Operators.GetValueOrDefault(name, name), " fence=\"true\" stretchy=\"true\"");
    }

    private string Argument(string of)
    {
        SkipBlanks();
        return Current switch
        {
            '\0' or '}' => throw new MathFault($"{(of.Length > 1 ? "\\" + of : of)} has nothing behind it"),
            '{' => Group(),
            _ => Atom(),
        };
    }

    private string Group()
    {
        _at++;
        var row = Row(_ => false);
        if (Current != '}')
        {
            throw new MathFault("a brace '{' is not closed");
        }

        _at++;
        return row;
    }

    private string Words(string of)
    {
        SkipBlanks();
        var end = latex.IndexOf('}', _at);
        if (Current != '{' || end < 0)
        {
            throw new MathFault($"\\{of} needs braces with its words");
        }

        var words = latex[(_at + 1)..end];
        _at = end + 1;
        return words;
    }

    private string? PeekCommand()
    {
        var start = _at;
        if (Current != '\\')
        {
            return null;
        }

        var name = TakeCommand();
        _at = start;
        return name;
    }

    private string TakeCommand()
    {
        _at++;
        var name = TakeWhile(char.IsAsciiLetter);
        return name.Length > 0 ? name : _at < latex.Length ? latex[_at++].ToString() : throw new MathFault("it ends with a backslash");
    }

    private string TakeWhile(Func<char, bool> fits)
    {
        var start = _at;
        while (_at < latex.Length && fits(latex[_at]))
        {
            _at++;
        }

        return latex[start.._at];
    }

    private void SkipBlanks()
    {
        while (char.IsWhiteSpace(Current))
        {
            _at++;
        }
    }
}
