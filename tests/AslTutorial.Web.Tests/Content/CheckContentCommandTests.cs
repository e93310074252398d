using System.Diagnostics;
using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Content;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Configuration;

namespace AslTutorial.Web.Tests.Content;

public sealed class CheckContentCommandTests
{
    /// <summary>The lessons of the site.</summary>
    private static int Taught => Directory.GetDirectories(Path.Combine(Repository.Root, "content", "lessons")).Length;

    [Fact]
    public void Run_TheSitesOwnLessons_NoFault()
    {
        var root = Repository.Root;
        var (code, output, errors) = Run(Path.Combine(root, "content"));
        output.ShouldBe($"{Taught} lessons, no fault" + Environment.NewLine);
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
    public void Run_MoreFaultsThanAreListed_Said()
    {
        using var folder = new TestFolder();
        var lesson = Directory.CreateDirectory(Path.Combine(folder.Path, "lessons", "short")).FullName;
        File.WriteAllText(Path.Combine(lesson, "lesson.yml"), "number: 1\n");
        File.WriteAllText(Path.Combine(lesson, "en.md"), "---\ntitle: T\n---\n\n" + string.Concat(Enumerable.Repeat("# A\n", 600)));
        Run(folder.Path).Output.TrimEnd().ShouldEndWith("1 lesson, 500 faults and more");
    }

    [Fact]
    public void Run_NoSuchFolder_SaidOnce()
    {
        var (code, output, errors) = Run(Path.Combine(Path.GetTempPath(), "nowhere-at-all"));
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain("there is no folder");
    }

    [Fact]
    public void Run_NoArgument_TheFolderOfTheConfiguration()
    {
        using var folder = new TestFolder();
        var lesson = Directory.CreateDirectory(Path.Combine(folder.Path, "mine", "lessons", "short")).FullName;
        File.WriteAllText(Path.Combine(lesson, "lesson.yml"), "number: 0\n");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AslTutorial:Content:Directory", Path.Combine(folder.Path, "mine"))])
            .Build();

        Checked().ShouldContain("short/lesson.yml: number is missing");
        Checked(Path.Combine(Repository.Root, "content")).ShouldBe($"{Taught} lessons, no fault" + Environment.NewLine);

        string Checked(params string[] arguments)
        {
            using var output = new StringWriter();
            CheckContentCommand.Run(arguments, SiteLessons.Site, configuration, null, output, TextWriter.Null);
            return output.ToString();
        }
    }

    [Fact]
    public async Task Run_FromTheSources_TheFolderOfTheEnvironmentAndTheFiguresOfTheSite()
    {
        using var folder = new TestFolder();
        var content = Path.Combine(Repository.Root, "content");
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, "mine", Path.GetRelativePath(content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.CreateDirectory(Path.Combine(folder.Path, "mine", "lessons", "empty"));
        var output = Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "AslTutorial.Web.Tests"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Root, "AslTutorial.Web", output, "AslTutorial.Web.dll"), CheckContentCommand.Name])
        {
            RedirectStandardOutput = true,
            Environment = { ["AslTutorial__Content__Directory"] = Path.Combine(folder.Path, "mine") },
        };
        using var check = Process.Start(start)!;
        var said = await check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        said.ShouldBe(string.Concat(new[] { "empty/lesson.yml: the file is missing", $"{Taught + 1} lessons, 1 fault" }.Select(line => line + Environment.NewLine)));
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CheckContentCommand.Run(arguments, SiteLessons.Site, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
