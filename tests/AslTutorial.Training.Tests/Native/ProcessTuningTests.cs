using System.Runtime.InteropServices;

namespace AslTutorial.Training.Tests.Native;

public sealed partial class ProcessTuningTests
{
    [Fact]
    public void Apply_AllocationOfMegabytes_ComesFromTheHeap()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "glibc's allocator is needed");
        Assert.SkipUnless(Environment.GetEnvironmentVariable("MALLOC_MMAP_THRESHOLD_") is null, "the environment decides");
        _ = TestTorch.Device;
        const nuint Size = 16 << 20;

        var block = Malloc(Size);

        // The size that glibc keeps before a block has bit 1 set if the block is a mapping of its own.
        (Marshal.ReadIntPtr(block, -nint.Size) & 2).ShouldBe(0);
        Free(block);
    }

    [Fact]
    public void Apply_OpenMpSetting_ReachesTheNativeEnvironment()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "libgomp is needed");
        Assert.SkipUnless(Environment.GetEnvironmentVariable("GOMP_SPINCOUNT") is null, "the environment decides");
        _ = TestTorch.Device;

        Marshal.PtrToStringUTF8(GetEnvironment("GOMP_SPINCOUNT")).ShouldBe("0");
    }

    [LibraryImport("libc", EntryPoint = "malloc")]
    private static partial nint Malloc(nuint size);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint block);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetEnvironment(string name);
}
