using AslTutorial.Web.Content.Saved;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Content.Saved;

public sealed class FolderStampTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_FileAddedBelow_AnotherNumber()
    {
        var before = FolderStamp.Of(_folder.Path);
        Write("cnn/en.md");
        FolderStamp.Of(_folder.Path).ShouldNotBe(before);
    }

    [Fact]
    public void Of_FolderThatMayNotBeLookedInto_TheOthersAreLookedAt()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("nothing is closed to this user");
            return;
        }

        Write("closed/en.md");
        var closed = Path.Combine(_folder.Path, "closed");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        try
        {
            var before = FolderStamp.Of(_folder.Path);
            Write("open/en.md");
            FolderStamp.Of(_folder.Path).ShouldNotBe(before);
        }
        finally
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Write(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "text");
    }
}
