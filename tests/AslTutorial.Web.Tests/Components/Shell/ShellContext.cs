using System.Globalization;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Data;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Trainers;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace AslTutorial.Web.Tests.Components.Shell;

/// <summary>A circuit in a language, with fakes behind the pages.</summary>
internal sealed class ShellContext : BunitContext
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    public ShellContext(string culture = "en")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddSingleton<PageRefusals>();
        Services.AddSingleton<IRunService>(Runs);
        Services.AddSingleton<ITrainerDirectory>(Trainers);
        Services.AddSingleton<IContactSheets>(Sheets);
        Services.AddSingleton<ILearner, FakeLearner>();
        Services.AddSingleton<TimeProvider>(Time);

        // Last: it asks the services for the renderer, after which none may be added.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public FakeRuns Runs { get; } = new();

    public FakeTrainers Trainers { get; } = new();

    public FakeSheets Sheets { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _language;
    }
}
