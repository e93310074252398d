using ArchUnitNET.Domain;
using static AslTutorial.Web.Tests.Architecture.House;

namespace AslTutorial.Web.Tests.Architecture;

/// <summary>
/// A room is a folder at the top of a project, with all that is in it; the types beside the folders are one more. No room
/// needs one that needs it. (ArchUnit's own slices take each nested namespace for a slice and leave out what has none.)
/// </summary>
public sealed class RoomTests
{
    /// <summary>Rooms of the site that still stand in circles: the list may only become shorter.</summary>
    private static readonly string[] StillInCircles =
    [
        "Admission", "Api", "Components", "Confusions", "Content", "Data", "Exercises", "Hubs", "Learners", "Lessons", "Looks", "Notebooks",
        "Pages", "Persistence", "Progress", "Recipes", "Retention", "Runs", "Telemetry", "Trainers", "Work",
    ];

    [Theory]
    [InlineData("Lessons", 10)]
    [InlineData("Training", 10)]
    public void Rooms_OfAProject_StandInNoCircle(string project, int atLeast)
    {
        var needs = Needs(project);

        needs.Count.ShouldBeGreaterThan(atLeast);
        InCircles(needs).ShouldBeEmpty();
    }

    [Fact]
    public void Rooms_OfTheSite_NoFurtherOneStandsInACircle()
    {
        var needs = Needs("Web");

        needs.Count.ShouldBeGreaterThan(20);
        InCircles(needs).Select(circle => circle.Room).ShouldBeSubsetOf(StillInCircles);
    }

    [Fact]
    public void InCircles_TwoRoomsThatNeedEachOther_BothAreFoundAndNotTheThird() =>
        InCircles(new() { ["a"] = ["b"], ["b"] = ["a", "c"], ["c"] = [] }).Select(circle => circle.Room).ShouldBe(["a", "b"]);

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

    private static Dictionary<string, HashSet<string>> Needs(string project) => Whole.Types
        .Where(type => Room(type, project) is not null)
        .GroupBy(type => Room(type, project)!)
        .ToDictionary(room => room.Key, room => room
            .SelectMany(type => type.Dependencies)
            .Select(dependency => Room(dependency.Target, project))
            .OfType<string>()
            .Where(target => target != room.Key)
            .ToHashSet());

    // Generated code, such as compiled regular expressions, has namespaces of others, or none.
    private static string? Room(IType type, string project) => type.Namespace?.FullName.Split('.') switch
    {
        ["AslTutorial", var own, var room, ..] when own == project => room,
        ["AslTutorial", var own] when own == project => "",
        _ => null,
    };
}
