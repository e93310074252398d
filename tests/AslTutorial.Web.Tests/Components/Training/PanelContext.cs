using System.Globalization;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Confusions;
using AslTutorial.Web.Content;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Confusion;
using AslTutorial.Web.Tests.Components.Inside;
using AslTutorial.Web.Trainers;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;
using MudBlazor.Services;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>A circuit with a panel, fakes behind it, and a language.</summary>
internal sealed class PanelContext : BunitContext
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    public PanelContext(string culture = "en", IJSRuntime? scripts = null, Action<IServiceCollection>? more = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddSingleton<IRunService>(Runs);
        Services.AddSingleton<IConfusionNotes>(Notes);
        Services.AddSingleton<IExampleRuns>(Examples);
        Services.AddSingleton<ITrainerDirectory>(Trainers);
        Services.AddSingleton<ILearner, FakeLearner>();
        Services.AddSingleton<IOwnFunctions>(Functions);
        Services.AddSingleton<IOwnFunctions>(DenseFunctions);
        Services.AddSingleton(TaughtLessons.Course);
        Services.AddSingleton(LessonModules.Site);
        Services.AddSingleton<TimeProvider>(Time);
        if (scripts is not null)
        {
            Services.AddSingleton(scripts);
        }

        more?.Invoke(Services);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public FakeExamples Examples { get; } = new();

    public FakeRuns Runs { get; } = new();

    public FakeNotes Notes { get; } = new();

    public FakeFunctions Functions { get; } = new();

    /// <summary>The same for lesson 2.</summary>
    public FakeFunctions DenseFunctions { get; } = new() { Lesson = "dense" };

    public FakeTrainers Trainers { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch);

    public IRenderedComponent<TrainingPanel> Panel(RunView? run = null)
    {
        if (run is not null)
        {
            Runs.All.Add(run);
        }

        return Render<TrainingPanel>(p => p.Add(c => c.Lesson, "cnn"));
    }

    /// <summary>Tells the watchers and lets the panel's pace pass.</summary>
    public void Happen(RunEvent happened)
    {
        Runs.Tell(happened);
        Time.Advance(RunWatch.Pace);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _language;
    }
}
