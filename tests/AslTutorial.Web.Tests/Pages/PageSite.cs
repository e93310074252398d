using AslTutorial.Training.Lessons;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Content;
using AslTutorial.Web.Data;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Pages;
using AslTutorial.Web.Progress;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Inside;
using AslTutorial.Web.Tests.Components.Lessons;
using AslTutorial.Web.Tests.Components.Shell;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using AslTutorial.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AslTutorial.Web.Tests.Pages;

/// <summary>The site's pages in process, over HTTP, with fakes where storage and trainers would be.</summary>
public sealed class PageSite : IAsyncLifetime
{
    private WebApplication? _app;

    internal FakeTrainers Trainers { get; } = new();

    internal FakeRuns Runs { get; } = new();

    internal FakeNotebooks Notebooks { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var root = Repository.Root;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection([new("AslTutorial:Content:Directory", Path.Combine(root, "content"))]);
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddSiteUi();
        builder.Services.AddSingleton<IRunService>(Runs);
        builder.Services.AddSingleton<IExampleRuns>(new FakeExamples());
        builder.Services.AddSingleton<ITrainerDirectory>(Trainers);
        builder.Services.AddSingleton<IContactSheets, FakeSheets>();
        builder.Services.AddSingleton<INotebooks>(Notebooks);
        builder.Services.AddSingleton<IExercises>(new FakeExercises(Notebooks));
        builder.Services.AddSingleton<IReadingProgress, FakeProgress>();
        builder.Services.AddSingleton<IOwnFunctions, FakeFunctions>();
        builder.Services.AddSingleton<DepartedLearners>();
        builder.Services.AddScoped<PageRefusals>();
        builder.Services.AddSingleton(TaughtLessons.Course);
        builder.Services.AddSingleton(LessonModules.Site);
        builder.Services.AddScoped<ILearner, FakeLearner>();
        _app = builder.Build();
        _app.MapSiteUi();
        _app.MapGet("/api/fault", string () => throw new InvalidOperationException("A fault of a program's address."));
        _app.MapGet("/fault", string () => throw new InvalidOperationException("A fault of a page."));
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is { } app)
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>A GET with these headers, by a browser without any cookie.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var client = _app!.GetTestClient();
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> ReadAsync(string address, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(address, headers);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
