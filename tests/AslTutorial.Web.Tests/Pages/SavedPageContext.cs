using System.Globalization;
using AslTutorial.Lessons.Library;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Components.Lessons.Takeover;
using AslTutorial.Web.Content;
using AslTutorial.Web.Content.Saved;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Pages;
using AslTutorial.Web.Progress;
using AslTutorial.Web.Tests.Components.Lessons;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Trainers;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace AslTutorial.Web.Tests.Pages;

/// <summary>A circuit in Development with the page of a lesson whose files a test saves.</summary>
internal sealed class SavedPageContext : BunitContext
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    public SavedPageContext(bool isDevelopment = true)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        Services.AddSingleton<UntouchedBlocks>();
        Services.AddSingleton(TaughtLessons.Course);
        Services.AddSingleton(LessonModules.Site);
        Services.AddSingleton<INotebooks>(Notebooks);
        Services.AddSingleton<IExercises>(new FakeExercises(Notebooks));
        Services.AddSingleton<NotebookHandoff>();
        Services.AddSingleton<IReadingProgress, FakeProgress>();
        Services.AddSingleton<ITrainerDirectory, FakeTrainers>();
        Services.AddSingleton<ILearner, FakeLearner>();
        Services.AddSingleton(new LessonLibrary(Files.Directory));
        if (isDevelopment)
        {
            Services.AddSingleton<ISavedLessons>(Saves);
        }

        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public LessonFiles Files { get; } = new();

    public FakeSaves Saves { get; } = new();

    public FakeNotebooks Notebooks { get; } = new();

    public IRenderedComponent<LessonPage> Open() => Render<LessonPage>(page => page.Add(p => p.Slug, LessonFiles.Slug));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Files.Dispose();
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _language;
    }
}
