using AslTutorial.Training.Commands;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Tests.Commands;

public sealed class SiteKeyTests
{
    [Fact]
    public void Read_FileOfItsOwner_IsTheKey()
    {
        using var file = new KeyFile(" the-key\n");

        SiteKey.Read(file.Info, "another").ShouldBe(("the-key", null));
    }

    [Fact]
    public void Read_FileThatOthersRead_IsRefusedWithItsRemedy()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has its own rights.");
            return;
        }

        using var file = new KeyFile("the-key");
        File.SetUnixFileMode(file.Info.FullName, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        var (key, fault) = SiteKey.Read(file.Info, "another");

        key.ShouldBeNull();
        fault.ShouldNotBeNull().ShouldContain("chmod 600");
        fault.ShouldNotContain("the-key");
    }

    [Fact]
    public void Read_NoFile_IsTheVariableOrAFault()
    {
        SiteKey.Read(null, "the-key").ShouldBe(("the-key", null));
        SiteKey.Read(null, null).Fault.ShouldNotBeNull().ShouldContain(TrainerRoutes.KeyVariable);
        SiteKey.Read(new FileInfo("/no/such/file"), null).Fault.ShouldNotBeNull().ShouldContain("no file");
    }

    [Theory]
    [InlineData("http://site.example", false)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("https://site.example", true)]
    [InlineData("ftp://site.example", false)]
    public void Parse_Server_IsHttpsOrThisMachine(string address, bool taken) =>
        (WorkCommand.Create().Parse(["--server", address]).Errors.Count == 0).ShouldBe(taken);

    [Fact]
    public void Parse_ServerOfTheSitesOwnTrainer_IsWhateverTheSiteListensOn() =>
        WorkCommand.Create().Parse(["--server", "http://192.0.2.2:5080", "--with-parent"]).Errors.ShouldBeEmpty();

    [Fact]
    public void Parse_KeyOnTheCommandLine_IsNoOption() =>
        WorkCommand.Create().Parse(["--server", "https://site.example", "--key", "the-key"]).Errors.ShouldNotBeEmpty();

    private sealed class KeyFile : IDisposable
    {
        public KeyFile(string text)
        {
            Info = new(Path.GetTempFileName());
            File.WriteAllText(Info.FullName, text);
            Info.Refresh();
        }

        public FileInfo Info { get; }

        public void Dispose() => Info.Delete();
    }
}
