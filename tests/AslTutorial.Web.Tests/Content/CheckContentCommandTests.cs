using AslTutorial.Web.Content;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Content;

public sealed class CheckContentCommandTests
{
    [Fact]
    public void Run_TheSitesOwnLessons_NoFault()
    {
        var root = Repository.Root;
        var (code, output, errors) = Run(Path.Combine(root, "content"));
        output.ShouldBe("1 lesson, no fault" + Environment.NewLine);
        errors.ShouldBeEmpty();
        code.ShouldBe(0);
    }

    [Fact]
    public void Run_FaultyLesson_OneLineAFaultAndCode1()
    {
        var folder = Directory.CreateTempSubdirectory("asl-content-");
        try
        {
            var lesson = folder.CreateSubdirectory("lessons").CreateSubdirectory("cnn");
            File.WriteAllText(Path.Combine(lesson.FullName, "lesson.yml"), "number: 3\ncells:\n  - { id: setup, needs: [setup] }\n");
            File.WriteAllText(Path.Combine(lesson.FullName, "en.md"), "---\ntitle: T\n---\n\n::: widget knob\n:::\n");
            foreach (var argument in new[] { folder.FullName, Path.Combine(folder.FullName, "lessons") })
            {
                var (code, output, _) = Run(argument);
                code.ShouldBe(1);
                output.ShouldContain("cnn/en.md:5: unknown widget 'knob'");
                output.ShouldContain("cnn/lesson.yml:3: the needs go round in a circle: setup");
                output.ShouldContain("cnn/lesson.yml: the site has a program for a cell 'peek' that the lesson lacks");
                output.TrimEnd().Split(Environment.NewLine)[^1].ShouldStartWith("1 lesson, ");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Run_NoSuchFolder_SaidOnce()
    {
        var (code, output, errors) = Run(Path.Combine(Path.GetTempPath(), "nowhere-at-all"));
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain("there is no folder");
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CheckContentCommand.Run(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
