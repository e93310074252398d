using System.Text;

namespace AslTutorial.Lessons.Files;

/// <summary>A file of a lesson on the disk, where everything may happen to it.</summary>
internal static class ContentFile
{
    /// <summary>A lesson is read by people: more than this is a mistake, and would be parsed on a request.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Editors and systems keep files of their own beside those of an author.</summary>
    public static bool IsContent(string name) => !name.StartsWith('.');

    /// <summary>What a link leads to; a file itself.</summary>
    public static FileInfo Target(FileInfo file)
    {
        try
        {
            return file.Attributes.HasFlag(FileAttributes.ReparsePoint) && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : file;
        }
        catch (IOException)
        {
            // The link is circular or was deleted just now; reading it will report that.
            return file;
        }
    }

    /// <returns>Null where there is no such file, or (with a fault) where it cannot be read as a text.</returns>
    public static string? Read(string path, string name, FaultLog faults)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return null;
        }

        try
        {
            var length = Target(file).Length;
            if (length <= MaxBytes)
            {
                return Text(File.ReadAllBytes(path), name, faults);
            }

            faults.Add(name, null, $"{length} bytes; a lesson's file has at most {MaxBytes}");
        }
        catch (FileNotFoundException) when (file.LinkTarget is null)
        {
            // Editors delete and rename while saving: the file may be missing for a moment.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.AddUnread(name, fault is UnauthorizedAccessException ? "may not be read: the permission is missing"
                : file.LinkTarget is { } target ? $"is a link to '{target}', which cannot be read"
                : "cannot be read just now");
        }

        return null;
    }

    private static string? Text(byte[] bytes, string name, FaultLog faults)
    {
        try
        {
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return Utf8.GetString(bytes.AsSpan(start));
        }
        catch (DecoderFallbackException fault)
        {
            faults.Add(name, bytes.AsSpan(0, Math.Clamp(fault.Index, 0, bytes.Length)).Count((byte)'\n') + 1, "is not written in UTF-8: save it in that encoding");
            return null;
        }
    }
}
