namespace AslTutorial.Training.Native;

/// <summary>Entries of an ELF file's dynamic section (DT_...).</summary>
internal enum DynamicTag : ulong
{
    Strings = 5,
    Symbols = 6,
    GnuHash = 0x6ffffef5,
    SymbolVersions = 0x6ffffff0,
    NeededVersions = 0x6ffffffe,
    NeededVersionCount = 0x6fffffff,
}
