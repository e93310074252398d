using AslTutorial.Training.Native;
using AslTutorial.Training.Tests.Loop;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Commands;

/// <summary>A named folder whose libtorch is another than the trainer's library needs, in a process of its own: two libtorchs abort one.</summary>
public sealed class OtherLibtorchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Libraries => _folder.File("lib");

    [Fact]
    public async Task Train_LibraryNeedsAFunctionThatIsNowhere_IsRefusedAtOnceWithBothVersions()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an ELF file is needed");
        LinkLibraries();
        WriteBinding();
        File.WriteAllText(_folder.File("version.py"), "__version__ = '2.12.0+cu131'\n");

        var (exitCode, _, error) = await TrainAsync();

        exitCode.ShouldBe(1, error);
        error.ShouldContain("version 2.12.0+cu131");
        error.ShouldContain($"built for {LibtorchVersion.OfBinding}");
        error.ShouldContain("undefined symbol");
        error.ShouldContain("nowhere");
        error.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public async Task Train_FolderOfUnknownVersionThatFits_IsUsed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "symbolic links are needed");
        LinkLibraries();

        var (exitCode, output, error) = await TrainAsync();

        exitCode.ShouldBe(0, error);
        output.ShouldContain("Epoch 1/1");
    }

    [Fact]
    public async Task Train_LibraryOfTheFolderIsNone_IsRefusedAsOfUnknownVersion()
    {
        LinkLibraries();
        var broken = Path.Combine(Libraries, NativeFile.Name("torch"));
        File.Delete(broken);
        File.WriteAllText(broken, "no library");

        var (exitCode, _, error) = await TrainAsync();

        exitCode.ShouldBe(1, error);
        error.ShouldContain($"libtorch of {LibtorchVersion.Unknown}");
        error.ShouldContain($"built for {LibtorchVersion.OfBinding}");
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output, string Error)> TrainAsync()
    {
        var data = Directory.CreateDirectory(_folder.File("data")).FullName;
        CsvFolder.Write(data, TinyHands.Data);
        return TrainerProcess.RunAsync("train", "--torch-libraries", Libraries, "--data", data, "--cache", _folder.File("cache"), "--epochs", "1", "--train-limit", "64", "--threads", "1", "--device", "cpu");
    }

    private void LinkLibraries()
    {
        Directory.CreateDirectory(Libraries);
        foreach (var file in Directory.EnumerateFiles(TestPaths.NativeFolder).Where(f => !f.EndsWith(NativeFile.Name(NativeFile.Binding), StringComparison.Ordinal)))
        {
            File.CreateSymbolicLink(Path.Combine(Libraries, Path.GetFileName(file)), file);
        }
    }

    /// <summary>The trainer's library, with one of the functions it needs from libtorch renamed. That one is called by no test.</summary>
    private void WriteBinding()
    {
        var bytes = File.ReadAllBytes(Path.Combine(TestPaths.NativeFolder, NativeFile.Name(NativeFile.Binding)));
        var at = bytes.AsSpan().IndexOf("\0_ZN2at4_ops7igammac4call"u8);
        at.ShouldBeGreaterThan(0, "TorchSharp's library has changed: take another function");
        "\0_ZN2at4_ops7nowhere4call"u8.CopyTo(bytes.AsSpan(at));
        File.WriteAllBytes(Path.Combine(Libraries, NativeFile.Name(NativeFile.Binding)), bytes);
    }
}
