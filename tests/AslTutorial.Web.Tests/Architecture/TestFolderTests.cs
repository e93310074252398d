using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Architecture;

/// <summary>A test is looked for where what it tests is: the folders at the top of the site's tests are the site's rooms.</summary>
public sealed class TestFolderTests
{
    /// <summary>The folders that are no room, each with its reason.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["Architecture"] = "It is about the rooms themselves.",
        ["Fuzz"] = "It tries all ways into the site.",
        ["Service"] = "The trainer's service and the site are tested against each other.",
        ["Site"] = "It starts the site for the tests, and plays browsers and trainers.",
    };

    [Fact]
    public void Folders_AtTheTop_AreRoomsOfTheSite() =>
        Folders("tests", "AslTutorial.Web.Tests").Except(Folders("AslTutorial.Web")).ShouldBe(Others.Keys, ignoreOrder: true);

    private static IEnumerable<string> Folders(params string[] project) =>
        from folder in Directory.GetDirectories(Path.Combine([Repository.Root, .. project]))
        let name = Path.GetFileName(folder)
        where name is not ("bin" or "obj") && Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any()
        select name;
}
