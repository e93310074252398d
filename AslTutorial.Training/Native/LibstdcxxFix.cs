namespace AslTutorial.Training.Native;

/// <summary>
/// Makes a library that was linked against GCC 13's libstdc++ loadable on systems with GCC 11's or 12's (Debian 12,
/// Ubuntu 22.04). Such a library asks for GLIBCXX_3.4.32 because of a single symbol, whose only purpose is to be missing
/// from an older libstdc++; the streams it stands for are set up by libtorch's own libraries. In the copy the version
/// is weak, and the symbol is a function of libc without arguments and without effect.
/// </summary>
internal static class LibstdcxxFix
{
    private const string Version = "GLIBCXX_3.4.32";
    private const string Symbol = "_ZSt21ios_base_library_initv";
    private const ushort Weak = 2;
    private const ushort Unversioned = 1;

    private static ReadOnlySpan<byte> Substitute => "sched_yield\0"u8;

    /// <summary>Whether a failure to load is the one that this is for.</summary>
    public static bool Explains(string loaderMessage) => loaderMessage.Contains(Version, StringComparison.Ordinal);

    /// <summary>The changed copy.</summary>
    /// <param name="library">The whole file, which stays as it is.</param>
    /// <exception cref="InvalidDataException">The file is not what is expected, so that nothing was changed.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> library)
    {
        var copy = library.ToArray();
        var image = new ElfImage(copy);
        var need = FindNeed(image);
        var version = image.ReadShort(need + 6);
        var versions = image.Position(DynamicTag.SymbolVersions);
        var count = image.SymbolCount();
        var users = Enumerable.Range(1, count - 1).Where(index => (image.ReadShort(versions + (index * 2)) & 0x7fff) == version).ToList();
        if (users.Count != 1 || SymbolName(image, users[0]) != Symbol)
        {
            throw new InvalidDataException($"{Version} is needed for more than {Symbol}");
        }

        var name = image.ReadInt(image.SymbolPosition(users[0]));
        if (Enumerable.Range(1, count - 1).Any(index => index != users[0] && Overlaps(image.ReadInt(image.SymbolPosition(index)), name)))
        {
            throw new InvalidDataException($"another symbol shares the name of {Symbol}");
        }

        image.Write(image.Position(DynamicTag.Strings) + name, Substitute);
        image.WriteShort(versions + (users[0] * 2), Unversioned);
        image.WriteShort(need + 4, (ushort)(image.ReadShort(need + 4) | Weak));
        return copy;
    }

    private static bool Overlaps(int other, int name) => other >= name && other <= name + Symbol.Length;

    private static string SymbolName(ElfImage image, int index) => image.Text(image.ReadInt(image.SymbolPosition(index)));

    /// <summary>Position of the Elf64_Vernaux that asks for the version.</summary>
    private static int FindNeed(ElfImage image)
    {
        var file = image.Position(DynamicTag.NeededVersions);
        for (var files = image.Entry(DynamicTag.NeededVersionCount); files > 0; files--)
        {
            var need = file + image.ReadInt(file + 8);
            for (int needs = image.ReadShort(file + 2); needs > 0; needs--)
            {
                if (image.Text(image.ReadInt(need + 8)) == Version)
                {
                    return need;
                }

                need += image.ReadInt(need + 12);
            }

            file += image.ReadInt(file + 12);
        }

        throw new InvalidDataException($"{Version} is not needed");
    }
}
