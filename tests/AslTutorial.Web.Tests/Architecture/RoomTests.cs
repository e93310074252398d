using ArchUnitNET.Domain;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using static ArchUnitNET.Fluent.Slices.SliceRuleDefinition;
using static AslTutorial.Web.Tests.Architecture.House;

namespace AslTutorial.Web.Tests.Architecture;

/// <summary>A room is a folder at the top of a project, with all that is in it: no room needs one that needs it.</summary>
public sealed class RoomTests
{
    /// <summary>Rooms of the site that still stand in circles: the list may only become shorter.</summary>
    private static readonly string[] StillInCircles =
    [
        "Admission", "Api", "Components", "Confusions", "Content", "Data", "Exercises", "Hubs", "Learners", "Looks", "Notebooks",
        "Persistence", "Progress", "Recipes", "Retention", "Runs", "Telemetry", "Trainers", "Work",
    ];

    [Theory]
    [InlineData("Lessons")]
    [InlineData("Training")]
    public void Project_Rooms_StandInNoCircle(string project) =>
        Slices().Matching($"AslTutorial.{project}.(*)..").Should().BeFreeOfCycles().Check(Whole);

    [Fact]
    public void LessonsValues_Needed_NeedOnlyListings() =>
        Types().That().ResideInNamespace("AslTutorial.Lessons")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^AslTutorial\.Lessons\.(?!Listings)"))
            .Check(Whole);

    [Fact]
    public void LessonsRoomsBelow_NeedNoValueOfALesson() =>
        Types().That().ResideInNamespaceMatching(@"^AslTutorial\.Lessons\.(Files|Yaml|Answers|Listings|Maths|Sources)($|\.)")
            .Should().NotDependOnAny(Types().That().ResideInNamespace("AslTutorial.Lessons"))
            .Check(Whole);

    [Fact]
    public void Web_Rooms_NoFurtherOneStandsInACircle()
    {
        var needs = Needs("Web");
        var reached = needs.Keys.ToDictionary(room => room, room => Reach(room, needs));

        needs.Count.ShouldBeGreaterThan(20);
        reached.Where(room => room.Value.Contains(room.Key)).Select(room => room.Key).Order().ShouldBeSubsetOf(StillInCircles);
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

    private static HashSet<string> Reach(string room, Dictionary<string, HashSet<string>> needs)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(needs[room]);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in needs.GetValueOrDefault(next, []))
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }

    private static string? Room(IType type, string project)
    {
        var parts = type.Namespace.FullName.Split('.');
        return parts is ["AslTutorial", var own, var room, ..] && own == project ? room : null;
    }
}
