using System.Text.RegularExpressions;

namespace AslTutorial.Lessons.Files;

/// <summary>Names that stand in addresses and in files' names: nothing else becomes part of a path.</summary>
internal static partial class PlainName
{
    /// <summary>What an id is made of, for the faults.</summary>
    public const string OfIds = "letters, digits, '-' and '_', with a letter or digit first and at most 64 of them";

    /// <summary>Of a lesson, or of a language.</summary>
    public static bool IsSlug(string name) => Slug().IsMatch(name);

    /// <summary>Of a cell, an exercise, a question, an option or a figure: Python's names are ids too.</summary>
    public static bool IsId(string name) => Id().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,63}\z")]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z")]
    private static partial Regex Id();
}
