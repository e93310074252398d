using AslTutorial.Lessons.Files;

namespace AslTutorial.Lessons.Tests.Files;

public sealed class ListedNamesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("asl-names-");
    private readonly ListedNames _names = new();

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Has_AsItIsSpelt_AndInNoOtherWay()
    {
        _root.CreateSubdirectory("cnn");
        Has("cnn").ShouldBeTrue();
        Has("CNN").ShouldBeFalse();
        Has("cn").ShouldBeFalse();
    }

    [Fact]
    public void Has_NewSince_Seen()
    {
        Has("cnn").ShouldBeFalse();
        File.WriteAllText(Path.Combine(_root.FullName, "cnn"), "");
        Has("cnn").ShouldBeTrue();
    }

    [Fact]
    public void Has_SpeltAnewSince_TheOldSpellingGoesWithTheNewOne()
    {
        _root.CreateSubdirectory("cnn");
        Has("cnn").ShouldBeTrue();
        Directory.Move(Path.Combine(_root.FullName, "cnn"), Path.Combine(_root.FullName, "CNN"));
        Has("CNN").ShouldBeTrue();
        Has("cnn").ShouldBeFalse();
    }

    [Fact]
    public void Has_NoSuchFolder_False() => Has("none/cnn").ShouldBeFalse();

    private bool Has(string name) => _names.Has(Path.Combine(_root.FullName, name));
}
