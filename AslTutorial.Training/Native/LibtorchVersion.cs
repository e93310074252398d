using System.Reflection;
using System.Text.RegularExpressions;

namespace AslTutorial.Training.Native;

/// <summary>Versions of libtorch, such as "2.11.0+cu130".</summary>
internal static partial class LibtorchVersion
{
    public const string Unknown = "unknown version";

    /// <summary>The one that TorchSharp's library was built for, as the build's package list has it.</summary>
    public static string OfBinding { get; } = typeof(LibtorchVersion).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "LibtorchVersion")?.Value ?? Unknown;

    /// <summary>The one that a folder of libraries holds, by the files that lie around it; <see cref="Unknown"/> where none tells.</summary>
    public static string Of(string libraries)
    {
        var around = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(libraries))) ?? libraries;

        // A Python install; an archive of libtorch; the headers of either, whose place has moved in 2.9.
        return Match(Path.Combine(around, "version.py"), InPython())
            ?? Match(Path.Combine(around, "build-version"), WholeText())
            ?? Headers(around).Select(FromHeader).FirstOrDefault(version => version is not null)
            ?? Unknown;
    }

    private static IEnumerable<string> Headers(string around) => new[] { "headeronly", "", "csrc/api/include/torch" }
        .Select(folder => Path.Combine(around, "include", "torch", folder, "version.h"));

    private static string? FromHeader(string file)
    {
        var parts = new[] { "MAJOR", "MINOR", "PATCH" }.Select(part => Match(file, InHeader(part))).ToList();
        return parts.Contains(null) ? null : string.Join('.', parts);
    }

    private static Regex InHeader(string part) =>
        new($@"^\s*#\s*define\s+TORCH_VERSION_{part}\s+(\d+)", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private static string? Match(string file, Regex pattern)
    {
        try
        {
            return File.Exists(file) && pattern.Match(File.ReadAllText(file)) is { Success: true } found ? found.Groups[1].Value : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^__version__\s*=\s*['""]([\w.+-]+)['""]", RegexOptions.Multiline)]
    private static partial Regex InPython();

    [GeneratedRegex(@"\A\s*([\w.+-]+)\s*\z")]
    private static partial Regex WholeText();
}
