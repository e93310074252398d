using System.Text.RegularExpressions;

namespace AslTutorial.Training.Loop;

/// <summary>Texts that learners may see do not tell where things lie on the machine.</summary>
internal static partial class PathlessText
{
    /// <summary>The text with the file's or folder's own name in place of each absolute path.</summary>
    public static string Of(string text) => AbsolutePath().Replace(text, "$1");

    [GeneratedRegex(@"(?<![\w.:/\\])(?:[A-Za-z]:)?[\\/](?:[^\s\\/:'""]+[\\/])*([^\s\\/:'""]+)[\\/]?")]
    private static partial Regex AbsolutePath();
}
