namespace AslTutorial.Training.Native;

/// <summary>Gets the loader's reason out of .NET's exception text, which lists every attempt on lines of its own.</summary>
internal static class LoaderReason
{
    /// <param name="message">The exception's message.</param>
    /// <param name="path">The library, whose path the lines begin with.</param>
    /// <returns>One line without a full stop at its end.</returns>
    public static string Shorten(string message, string path)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        // The first line is general advice ("Unable to load ... consider using strace"); the next is about this file.
        var line = lines.Length > 1 ? lines[1] : lines.FirstOrDefault() ?? "no reason given";
        return line.Replace(path + ": ", string.Empty, StringComparison.Ordinal).TrimEnd('.');
    }
}
