using System.Globalization;
using AslTutorial.Lessons;
using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Components.Lessons.Cells;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Components.Lessons.Takeover;
using AslTutorial.Web.Confusions;
using AslTutorial.Web.Content;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Progress;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Confusion;
using AslTutorial.Web.Tests.Components.Inside;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace AslTutorial.Web.Tests.Components.Lessons;

/// <summary>A circuit with an open lesson in it.</summary>
internal sealed class LessonContext : BunitContext
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;
    private LessonDesk? _desk;

    public LessonContext(string culture = "en", bool interactive = true, Listing? csharp = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        Exercises = new(Notebooks);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddSingleton<PageRefusals>();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<INotebooks>(Notebooks);
        Services.AddSingleton<IReadingProgress>(Progress);
        Services.AddSingleton(RealLessons);
        Services.AddSingleton<ITrainerDirectory>(Trainers);
        Services.AddSingleton<IRunService>(Runs);
        Services.AddSingleton<IConfusionNotes>(new FakeNotes());
        Services.AddSingleton<IExampleRuns>(new FakeExamples());
        Services.AddSingleton<ILearner, FakeLearner>();
        Services.AddSingleton<IOwnFunctions, FakeFunctions>();
        Services.AddSingleton(TaughtLessons.Course);
        Services.AddSingleton<UntouchedBlocks>();
        Services.AddSingleton(LessonModules.Site);
        if (csharp is not null)
        {
            Services.AddSingleton<ICSharpListings>(new OneListing(csharp));
        }

        SetRendererInfo(new RendererInfo("Server", interactive));
    }

    /// <summary>The repository's lessons, for what the page reads beside the open one.</summary>
    public static LessonLibrary RealLessons { get; } = new(Path.Combine(Repository.Root, "content", "lessons"), Path.Combine(Repository.Root, "wwwroot"));

    /// <summary>What the desk is opened with; null for a lesson without programs.</summary>
    public LessonDescription? Programs { get; init; } = SampleLesson.Programs;

    public FakeNotebooks Notebooks { get; } = new();

    public FakeExercises Exercises { get; }

    public FakeTrainers Trainers { get; } = new();

    public FakeProgress Progress { get; } = new();

    public FakeRuns Runs { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>Opened with what the fake holds at the first call.</summary>
    public LessonDesk Desk => _desk ??= Open();

    public IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>> parameters)
        where T : IComponent => Render<T>(builder =>
        {
            builder.AddCascadingValue(Desk);
            parameters(builder);
        });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk?.Dispose();
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _language;
    }

    /// <summary>The desk of the sample lesson with these blocks in its lead.</summary>
    public LessonDesk Open(IReadOnlyList<LessonBlock> blocks)
    {
        Desk.Take(SampleLesson.Lesson with { Lead = blocks });
        return Desk;
    }

    private LessonDesk Open()
    {
        var state = new DeskState(Notebooks.OpenAsync("learner", "cnn", default).Result, Exercises.Book);
        var desk = new LessonDesk(Notebooks, Exercises, "learner", SampleLesson.Lesson, Programs, state);
        desk.Follow();
        return desk;
    }

    private sealed class OneListing(Listing listing) : ICSharpListings
    {
        public Listing? Find(string lesson, string cell, string language) => listing;
    }
}
