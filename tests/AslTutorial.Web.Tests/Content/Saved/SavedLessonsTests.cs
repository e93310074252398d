using AslTutorial.Lessons.Library;
using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Content.Saved;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Content.Saved;

public sealed class SavedLessonsTests
{
    [Theory]
    [InlineData("en.md")]
    [InlineData("code/peek.py")]
    [InlineData("exercises/dataset.yml")]
    [InlineData("figures.yml")]
    [InlineData("../../wwwroot/figures/cnn/pooling.svg")]
    public async Task Saved_AnyFileOfALesson_Raised(string file)
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "lessons", "cnn", file);
        Directory.CreateDirectory(Path.Combine(folder.Path, "lessons", "cnn"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "wwwroot", "figures"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var time = new FakeTimeProvider();
        var library = new LessonLibrary(Path.Combine(folder.Path, "lessons"), Path.Combine(folder.Path, "wwwroot"));
        using var saves = new SavedLessons(library, time, new ConfigurationBuilder().Build(), NullLogger<SavedLessons>.Instance);
        var raised = 0;
        saves.Saved += () => Interlocked.Increment(ref raised);

        await File.WriteAllTextAsync(path, "text", TestContext.Current.CancellationToken);

        await Eventually.ShouldBeTrueAsync(
            () =>
            {
                time.Advance(Debounce.Quiet);
                return Volatile.Read(ref raised) > 0;
            },
            $"{file} is told of");
    }

    [Fact]
    public async Task Saved_FirstFigureOfAll_Raised()
    {
        using var folder = new TestFolder();
        var webRoot = Directory.CreateDirectory(Path.Combine(folder.Path, "wwwroot")).FullName;
        Directory.CreateDirectory(Path.Combine(folder.Path, "lessons"));
        var time = new FakeTimeProvider();
        var library = new LessonLibrary(Path.Combine(folder.Path, "lessons"), webRoot);
        using var saves = new SavedLessons(library, time, new ConfigurationBuilder().Build(), NullLogger<SavedLessons>.Instance);
        var raised = 0;
        saves.Saved += () => Interlocked.Increment(ref raised);

        Directory.CreateDirectory(Path.Combine(webRoot, "figures", "cnn"));

        await Eventually.ShouldBeTrueAsync(
            () =>
            {
                time.Advance(Debounce.Quiet);
                return Volatile.Read(ref raised) > 0;
            },
            "the folder of the first figure is told of");
    }

    [Theory]
    [InlineData("Development", 1)]
    [InlineData("Production", 0)]
    [InlineData("Staging", 0)]
    public void AddLessons_Watcher_InDevelopmentAlone(string environment, int expected)
    {
        var services = new ServiceCollection();
        services.AddLessons(new HostingEnvironment { EnvironmentName = environment });
        services.Count(service => service.ServiceType == typeof(ISavedLessons)).ShouldBe(expected);
    }
}
