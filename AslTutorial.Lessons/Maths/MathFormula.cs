using System.Security;

namespace AslTutorial.Lessons.Maths;

/// <summary>
/// A formula in the small part of LaTeX that lessons use, as MathML: browsers show it by themselves, without a script or a font
/// from elsewhere, and screen readers read it.
/// </summary>
public static class MathFormula
{
    /// <summary>More is no formula.</summary>
    public const int MaxLength = 2000;

    /// <param name="latex">What stands between the dollar signs.</param>
    /// <param name="isBlock">Whether it stands on lines of its own.</param>
    /// <param name="mathMl">Safe to show as it is; empty where it cannot be read.</param>
    /// <returns>What cannot be read, or null.</returns>
    public static string? TryWrite(string latex, bool isBlock, out string mathMl)
    {
        ArgumentNullException.ThrowIfNull(latex);
        mathMl = "";
        if (latex.Length > MaxLength)
        {
            return $"a formula has at most {MaxLength} characters";
        }

        try
        {
            var body = new MathReader(latex).Read();
            mathMl = isBlock ? $"<math display=\"block\">{body}</math>" : $"<math>{body}</math>";
            return null;
        }
        catch (MathFault fault)
        {
            return $"in the formula '{latex.Trim()}': {fault.Message}";
        }
    }

    internal static string Element(string name, string text, string attributes = "") =>
        $"<{name}{attributes}>{SecurityElement.Escape(text)}</{name}>";
}

/// <summary>A formula cannot be read. Never leaves this folder.</summary>
internal sealed class MathFault(string reason) : Exception(reason);
