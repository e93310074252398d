using System.Runtime.InteropServices;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Tests.Native;

public sealed partial class CardViewTests
{
    [Theory]
    [InlineData(0, null, 2, "0", 2)]
    [InlineData(1, null, 2, "1", 2)]
    [InlineData(3, null, null, "3", null)]
    [InlineData(0, "2,3", 4, "2", 2)]
    [InlineData(1, "2, 3", 4, "3", 2)]
    [InlineData(1, "GPU-1a,MIG-2b", 8, "MIG-2b", 2)]
    [InlineData(0, "1", null, "1", 1)]
    public void Of_CardThatIsThere_IsTheOneEntry(int index, string? visible, int? machine, string entry, int? cards)
    {
        var view = CardView.Of(index, visible, machine);

        view.Entry.ShouldBe(entry);
        view.Cards.ShouldBe(cards);
    }

    [Theory]
    [InlineData(2, null, 2, "cuda:2 was asked for and this machine has 2 cards, cuda:0 to cuda:1; choose another, auto or cpu.")]
    [InlineData(1, null, 1, "cuda:1 was asked for and this machine has one card, cuda:0; choose another, auto or cpu.")]
    [InlineData(0, null, 0, "cuda:0 was asked for and this machine has no card; choose another, auto or cpu.")]
    [InlineData(2, "5,6", 8, "cuda:2 was asked for and CUDA_VISIBLE_DEVICES shows 2 cards, cuda:0 to cuda:1; choose another, auto or cpu.")]
    [InlineData(0, "", 8, "cuda:0 was asked for and CUDA_VISIBLE_DEVICES shows no card; choose another, auto or cpu.")]
    [InlineData(1, "0,-1,2", 8, "cuda:1 was asked for and CUDA_VISIBLE_DEVICES shows one card, cuda:0; choose another, auto or cpu.")]
    [InlineData(1, "0,8", 8, "cuda:1 was asked for and CUDA_VISIBLE_DEVICES shows one card, cuda:0; choose another, auto or cpu.")]
    [InlineData(1, "0,,2", null, "cuda:1 was asked for and CUDA_VISIBLE_DEVICES shows one card, cuda:0; choose another, auto or cpu.")]
    public void Of_CardThatIsNotThere_SaysHowManyThereAre(int index, string? visible, int? machine, string fault)
    {
        var view = CardView.Of(index, visible, machine);

        view.Entry.ShouldBeNull();
        view.Fault.ShouldBe(fault);
    }

    [Fact]
    public void Set_ForNativeCode_OverwritesOnlyWhereToldTo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "libc is needed");
        const string Name = "ASLTUTORIAL_TESTS_VARIABLE";

        NativeEnvironment.Set(Name, "first", overwrite: false);
        NativeEnvironment.Set(Name, "second", overwrite: false);
        Read(Name).ShouldBe("first");

        NativeEnvironment.Set(Name, "third", overwrite: true);
        Read(Name).ShouldBe("third");
    }

    private static string? Read(string name) => Marshal.PtrToStringUTF8(GetEnvironment(name));

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetEnvironment(string name);
}
