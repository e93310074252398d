using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using AslTutorial.Web.Tests.Site;
using static AslTutorial.Web.Tests.Architecture.House;

namespace AslTutorial.Web.Tests.Architecture;

/// <summary>
/// A room is a folder at the top of a project, with all that is in it; the types beside the folders are one more. No room
/// needs one that needs it. (ArchUnit's own slices take each nested namespace for a slice and leave out what has none.)
/// </summary>
public sealed partial class RoomTests
{
    [Theory]
    [InlineData("Lessons", 10)]
    [InlineData("Training", 10)]
    [InlineData("Web", 20)]
    public void Rooms_OfAProject_StandInNoCircle(string project, int atLeast)
    {
        var needs = Needs(project);

        needs.Count.ShouldBeGreaterThan(atLeast);
        InCircles(needs).ShouldBeEmpty();
    }

    /// <summary>The table of docs/architecture.md, by which a newcomer reads the sources.</summary>
    [Fact]
    public void Web_RoomsOfTheDocument_AreItsFoldersEachAfterThoseItNeeds()
    {
        var rooms = DocumentedRooms().ToList();
        var needs = Needs("Web");

        rooms.ShouldBe(Folders("Web"), ignoreOrder: true);
        rooms.SelectMany((room, place) => needs[room].Intersect(rooms.Skip(place)).Select(needed => $"{room} needs {needed}")).ShouldBeEmpty();
    }

    [Fact]
    public void InCircles_TwoRoomsThatNeedEachOther_BothAreFoundAndNotTheThird() =>
        InCircles(new() { ["a"] = ["b"], ["b"] = ["a", "c"], ["c"] = [] }).Select(circle => circle.Room).ShouldBe(["a", "b"]);

    [Fact]
    public void Written_ARoomThatUsesAnothersConstant_IsFound() => Written("Web").ShouldContain(("Pages", "Content"));

    /// <summary>The rooms that need themselves in the end, with the next rooms on the way round.</summary>
    private static IEnumerable<(string Room, string Through)> InCircles(Dictionary<string, HashSet<string>> needs)
    {
        var reached = needs.Keys.ToDictionary(room => room, room => Reach(room, needs));
        return needs.Keys.Order(StringComparer.Ordinal)
            .Where(room => reached[room].Contains(room))
            .Select(room => (room, string.Join(", ", needs[room].Where(next => reached[next].Contains(room)).Order())));
    }

    private static HashSet<string> Reach(string room, Dictionary<string, HashSet<string>> needs)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(needs[room]);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in needs[next])
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }

    private static Dictionary<string, HashSet<string>> Needs(string project)
    {
        var needs = Whole.Types
            .Where(type => Room(type, project) is not null)
            .GroupBy(type => Room(type, project)!)
            .ToDictionary(room => room.Key, room => room
                .SelectMany(type => type.Dependencies)
                .Select(dependency => Room(dependency.Target, project))
                .OfType<string>()
                .Where(target => target != room.Key)
                .ToHashSet());
        foreach (var (room, target) in Written(project))
        {
            needs[room].Add(target);
        }

        return needs;
    }

    /// <summary>Which room names which in its sources: a constant of another room leaves nothing in what is compiled.</summary>
    private static IEnumerable<(string Room, string Target)> Written(string project)
    {
        var folders = Folders(project);
        return from room in folders
               from file in Directory.EnumerateFiles(Path.Combine(Root(project), room), "*", SearchOption.AllDirectories)
               where Path.GetExtension(file) is ".cs" or ".razor"
               from line in File.ReadLines(file)
               let target = Named().Match(line) is { Success: true } named && named.Groups["project"].Value == project ? named.Groups["room"].Value : null
               where target is not null && target != room && folders.Contains(target)
               select (room, target);
    }

    private static List<string> Folders(string project) =>
        [.. Directory.GetDirectories(Root(project)).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj"])];

    private static string Root(string project) => Path.Combine(Repository.Root, $"AslTutorial.{project}");

    /// <summary>The rooms of Web as its table names them, from the first line to the last.</summary>
    private static IEnumerable<string> DocumentedRooms() => File.ReadLines(Path.Combine(Repository.Root, "docs", "architecture.md"))
        .SkipWhile(line => !line.StartsWith("**AslTutorial.Web**", StringComparison.Ordinal))
        .SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|'))
        .SelectMany(line => Documented().Matches(line.Split('|')[1]))
        .Select(room => room.Groups[1].Value);

    // Generated code, such as compiled regular expressions, has namespaces of others, or none.
    private static string? Room(IType type, string project) => type.Namespace?.FullName.Split('.') switch
    {
        ["AslTutorial", var own, var room, ..] when own == project => room,
        ["AslTutorial", var own] when own == project => "",
        _ => null,
    };

    // "`Persistence`, in it `Postgres`" names one room and a folder in it.
    [GeneratedRegex("(?<!in it )`([A-Za-z]+)`")]
    private static partial Regex Documented();

    [GeneratedRegex(@"^@?(?:using|inject) (?:static )?(?:\w+ = )?AslTutorial\.(?<project>\w+)\.(?<room>\w+)")]
    private static partial Regex Named();
}
