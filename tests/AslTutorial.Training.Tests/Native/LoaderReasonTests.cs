using AslTutorial.Training.Native;

namespace AslTutorial.Training.Tests.Native;

public sealed class LoaderReasonTests
{
    [Fact]
    public void Shorten_RuntimesAdviceAndOneReason_KeepsTheReason() =>
        LoaderReason.Shorten(
            "Unable to load shared library '/a/libx.so' or one of its dependencies. Consider using strace:\n/a/libx.so: cannot open shared object file\n",
            "/a/libx.so").ShouldBe("cannot open shared object file");

    [Fact]
    public void Shorten_OneLine_KeepsIt() =>
        LoaderReason.Shorten("Dll was not found.", "x.dll").ShouldBe("Dll was not found");
}
