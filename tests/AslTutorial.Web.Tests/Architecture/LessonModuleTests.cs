using System.Text.RegularExpressions;
using ArchUnitNET.xUnitV3;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Content;
using AslTutorial.Web.Tests.Site;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace AslTutorial.Web.Tests.Architecture;

/// <summary>A lesson is a module: but for the line that lists its programs, nobody outside its folders names it.</summary>
public sealed class LessonModuleTests
{
    private static readonly string[] Projects = ["AslTutorial.Web", "AslTutorial.Training", "AslTutorial.Lessons", "wwwroot"];

    public static TheoryData<string> Slugs => [.. TaughtLessons.Course.All.Select(lesson => lesson.Slug)];

    [Theory]
    [InlineData("AslTutorial.Web")]
    [InlineData("AslTutorial.Training")]
    public void Types_OutsideALesson_DependOnNoneOfItsTypes(string assembly)
    {
        foreach (var lesson in Namespaces(assembly))
        {
            var inside = $@"^{Regex.Escape(lesson)}($|\.)";
            Types().That().ResideInAssembly(AppDomain.CurrentDomain.GetAssemblies().Single(one => one.GetName().Name == assembly))
                .And().DoNotResideInNamespaceMatching(inside)
                .And().DoNotHaveFullNameMatching(@"^AslTutorial\.Training\.Lessons\.TaughtLessons(\+|/|$)")
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(inside))
                .WithoutRequiringPositiveResults()
                .Check(House.Whole);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Sources_OutsideALesson_HaveNoAddressOfIt(string slug)
    {
        var named = new Regex($@"lessons/{slug}\b|figures/{slug}\b");
        Projects.SelectMany(Files)
            .Where(file => !Regex.IsMatch(Relative(file), $@"/(Lessons|figures)/{slug}/", RegexOptions.IgnoreCase) && named.IsMatch(File.ReadAllText(file)))
            .Select(Relative)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Modules_AreOfLessonsThatHaveATextAndPrograms() =>
        LessonModules.Site.All.Select(module => module.Slug).ShouldBeSubsetOf(TaughtLessons.Course.All.Select(lesson => lesson.Slug));

    /// <summary>"AslTutorial.Web.Lessons.Cnn" and so on; not what lessons share.</summary>
    private static IEnumerable<string> Namespaces(string assembly)
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, assembly, "Lessons"));
        folders.ShouldNotBeEmpty();
        return folders.Where(folder => Path.GetFileName(folder) != "Shared").Select(folder => $"{assembly}.Lessons.{Path.GetFileName(folder)}");
    }

    private static IEnumerable<string> Files(string project) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, project), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" or ".css" or ".resx" && !Regex.IsMatch(Relative(file), "/(bin|obj|lib|Migrations)/"));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
}
