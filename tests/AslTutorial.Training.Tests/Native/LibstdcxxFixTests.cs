using System.Runtime.InteropServices;
using System.Text;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Tests.Native;

public sealed class LibstdcxxFixTests
{
    private static string Library => Path.Combine(TestPaths.NativeFolder, NativeFile.Name(NativeFile.Binding));

    [Fact]
    public void Apply_TorchSharpsLibrary_ReplacesTheOneSymbolAndLeavesTheRest()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an ELF file is needed");
        var original = File.ReadAllBytes(Library);
        var untouched = original.ToArray();

        var copy = LibstdcxxFix.Apply(original);

        original.ShouldBe(untouched);
        Encoding.Latin1.GetString(copy).ShouldContain("sched_yield");
        copy.Length.ShouldBe(original.Length);
        copy.Zip(original).Count(pair => pair.First != pair.Second).ShouldBeInRange(1, 32);
    }

    [Fact]
    public void Apply_FixedCopy_IsRefusedTheSecondTime()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an ELF file is needed");
        var copy = LibstdcxxFix.Apply(File.ReadAllBytes(Library));

        Should.Throw<InvalidDataException>(() => LibstdcxxFix.Apply(copy));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(500)]
    [InlineData(200_000)]
    public void Apply_TruncatedLibrary_IsRefused(int length)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an ELF file is needed");
        var cut = File.ReadAllBytes(Library)[..length];

        Should.Throw<InvalidDataException>(() => LibstdcxxFix.Apply(cut));
    }

    [Fact]
    public void Apply_OtherFile_IsRefused() =>
        Should.Throw<InvalidDataException>(() => LibstdcxxFix.Apply(new byte[4096]));

    [Theory]
    [InlineData("/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by libLibTorchSharp.so)", true)]
    [InlineData("libtorch_cpu.so: cannot open shared object file", false)]
    public void Explains_LoaderMessage_IsTrueForTheMissingVersionAlone(string message, bool expected) =>
        LibstdcxxFix.Explains(message).ShouldBe(expected);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Load_FixedCopy_HasTorchSharpsFunctionsAndLeavesNoFile(bool fromDisk)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an ELF file is needed");
        _ = TestTorch.Device;
        var before = TempFolders();
        var copy = LibstdcxxFix.Apply(File.ReadAllBytes(Library));

        var handle = fromDisk ? MemoryFile.LoadFromDisk("libfixed.so", copy, NativeLibrary.Load) : MemoryFile.LoadLibrary("libfixed.so", copy);

        NativeLibrary.TryGetExport(handle, "THSTorch_get_num_threads", out _).ShouldBeTrue();
        TempFolders().ShouldBe(before);
    }

    private static string[] TempFolders() => [.. Directory
        .EnumerateDirectories(Path.GetTempPath(), "asltutorial-*")
        .Where(folder => File.Exists(Path.Combine(folder, "libfixed.so")))
        .Order(StringComparer.Ordinal)];
}
