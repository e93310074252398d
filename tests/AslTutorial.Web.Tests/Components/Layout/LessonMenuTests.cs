using System.Globalization;
using AslTutorial.Lessons.Library;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Components.Layout;
using AslTutorial.Web.Progress;
using AslTutorial.Web.Tests.Components.Lessons;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Tests.Site;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AslTutorial.Web.Tests.Components.Layout;

/// <summary>The lessons in the bar, with the site's own texts.</summary>
public sealed class LessonMenuTests
{
    [Fact]
    public void Menu_Opened_NamesTheLessonsInTheirOrderAndHowFarTheReaderIs()
    {
        var notebooks = new FakeNotebooks();
        notebooks.Cells["setup"] = FakeNotebooks.Done([]);
        using var context = new BunitContext();
        context.Services.AddLocalization();
        context.Services.AddSingleton(new LessonLibrary(Path.Combine(Repository.Root, "content", "lessons"), Path.Combine(Repository.Root, "wwwroot")));
        context.Services.AddSingleton(provider => new CourseProgress(
            provider.GetRequiredService<LessonLibrary>(),
            TaughtLessons.Course,
            new FakeProgress(),
            notebooks,
            new FakeExercises(notebooks),
            new FakeLearner(),
            NullLogger<CourseProgress>.Instance));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var menu = context.Render<LessonMenu>();
        menu.FindAll("a").Select(link => link.GetAttribute("href")).ShouldBe(["lessons/dense", "lessons/cnn"]);
        menu.FindAll("a")[0].TextContent.ShouldContain("Lesson 2");
        menu.Markup.ShouldNotContain("sections");

        menu.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);

        menu.WaitForAssertion(() => menu.FindAll("a").Count(link => link.TextContent.Contains("sections", StringComparison.Ordinal)).ShouldBe(2));
    }
}
