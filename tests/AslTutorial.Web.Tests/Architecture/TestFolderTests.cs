using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Architecture;

/// <summary>A test is looked for where what it tests is: the folders of the site's tests are the site's.</summary>
public sealed class TestFolderTests
{
    private const string SiteRoot = "AslTutorial.Web";
    private const string TestRoot = "AslTutorial.Web.Tests";

    /// <summary>The folders that are no room, each with its reason.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["Architecture"] = "It is about the rooms themselves.",
        ["Fuzz"] = "It tries all ways into the site.",
        ["Service"] = "The trainer's service and the site are tested against each other.",
        ["Site"] = "It starts the site for the tests, and plays browsers and trainers.",
    };

    /// <summary>What is named as a type of the site and is about more than that.</summary>
    private static readonly string[] Wider = [nameof(Localization.TextsTests)];

    [Fact]
    public void Folders_AtTheTop_AreRoomsOfTheSite() =>
        Folders("tests", TestRoot).Except(Folders(SiteRoot)).ShouldBe(Others.Keys, ignoreOrder: true);

    [Fact]
    public void Classes_OfTheTests_StandInAFolderThatTheSiteHas()
    {
        var rooms = Directory.GetDirectories(Path.Combine(Repository.Root, SiteRoot), "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(Path.Combine(Repository.Root, SiteRoot), folder).Replace(Path.DirectorySeparatorChar, '.'));

        TestClasses().Select(test => Room(test, TestRoot)).Distinct().Except(rooms).Except(Others.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Classes_NamedAfterATypeOfTheSite_StandBesideIt()
    {
        var rooms = typeof(StorageFolder).Assembly.GetTypes()
            .Where(type => !type.IsNested && type.Namespace?.StartsWith(SiteRoot, StringComparison.Ordinal) == true)
            .ToLookup(type => type.Name.Split('`')[0], type => Room(type, SiteRoot));

        TestClasses()
            .Where(test => !Others.ContainsKey(Room(test, TestRoot)) && !Wider.Contains(test.Name))
            .Where(test => rooms[test.Name[..^"Tests".Length]] is var own && own.Any() && !own.Contains(Room(test, TestRoot)))
            .Select(test => test.FullName)
            .ShouldBeEmpty();
    }

    private static IEnumerable<Type> TestClasses() =>
        typeof(TestFolderTests).Assembly.GetTypes()
            .Where(type => !type.IsNested && type.Name.EndsWith("Tests", StringComparison.Ordinal) && type.Namespace?.StartsWith(TestRoot, StringComparison.Ordinal) == true);

    /// <summary>The folder, with dots.</summary>
    private static string Room(Type type, string root) => type.Namespace![root.Length..].TrimStart('.');

    private static IEnumerable<string> Folders(params string[] project) =>
        from folder in Directory.GetDirectories(Path.Combine([Repository.Root, .. project]))
        let name = Path.GetFileName(folder)
        where name is not ("bin" or "obj") && Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any()
        select name;
}
