using AslTutorial.Training.Native;

namespace AslTutorial.Training.Tests.Native;

public sealed class NativeFoldersTests
{
    [Fact]
    public void Find_NamedFolderThatDoesNotExist_SaysSo()
    {
        using var folder = new TempFolder();

        var fault = Should.Throw<TorchUnavailableException>(() => NativeFolders.Find(folder.File("none"), folder.Path));

        fault.Message.ShouldContain(folder.File("none"));
        fault.Message.ShouldContain("does not exist");
    }

    [Fact]
    public void Find_NamedFolderWithoutLibtorch_NamesTheMissingFile()
    {
        using var folder = new TempFolder();

        var fault = Should.Throw<TorchUnavailableException>(() => NativeFolders.Find(folder.Path, TestPaths.TrainerOutput));

        fault.Message.ShouldContain($"lacks {NativeFile.Name("c10")}");
    }

    [Fact]
    public void Find_ApplicationWithoutLibtorch_SaysWhereItShouldBe()
    {
        using var folder = new TempFolder();

        var fault = Should.Throw<TorchUnavailableException>(() => NativeFolders.Find(null, folder.Path));

        fault.Message.ShouldContain(folder.Path);
        fault.Message.ShouldContain("build the project on this machine");
    }

    [Fact]
    public void Find_NamedFolderWithoutTheBinding_TakesTheApplications()
    {
        using var folder = new TempFolder();
        foreach (var library in NativeFile.Required)
        {
            File.WriteAllText(folder.File(NativeFile.Name(library)), string.Empty);
        }

        var found = NativeFolders.Find(folder.Path, TestPaths.TrainerOutput);

        found.Libraries.ShouldBe(folder.Path);
        found.Binding.ShouldBe(Path.Combine(TestPaths.NativeFolder, NativeFile.Name(NativeFile.Binding)));
        found.IsOwn.ShouldBeFalse();
    }

    [Fact]
    public void Find_PublishedApplication_TakesTheFilesBesideIt()
    {
        using var folder = new TempFolder();
        foreach (var library in NativeFile.Required.Append(NativeFile.Binding))
        {
            File.WriteAllText(folder.File(NativeFile.Name(library)), string.Empty);
        }

        var found = NativeFolders.Find(null, folder.Path);

        found.Libraries.ShouldBe(folder.Path);
        found.IsOwn.ShouldBeTrue();
    }
}
