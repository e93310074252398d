using AslTutorial.Web.Admission;
using AslTutorial.Web.Api;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Confusions;
using AslTutorial.Web.Content;
using AslTutorial.Web.Data;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Floor;
using AslTutorial.Web.Health;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Hosting.Proxies;
using AslTutorial.Web.Hubs;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Operate;
using AslTutorial.Web.Pages;
using AslTutorial.Web.Pages.FirstViews;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Copies;
using AslTutorial.Web.Progress;
using AslTutorial.Web.Retention;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Telemetry;
using AslTutorial.Web.Trainers;
using AslTutorial.Web.Work;

if (args is [CheckContentCommand.Name, .. var arguments])
{
    return CheckContentCommand.Run(arguments, SiteLessons.Site, Console.Out, Console.Error);
}

if (CopyCommands.Know(args))
{
    return await CopyCommands.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
}

if (args is [OperateCommand.Name, ..])
{
    return await OperateCommand.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
}

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = SiteRoot.Find(args) });
    builder.AddHosting();
    builder.Services.AddProxies();
    builder.AddTelemetry();
    builder.AddCluster();
    builder.Services.AddAdmission();
    builder.Services.AddStorage();
    builder.Services.AddData();
    builder.Services.AddRetention();
    builder.Services.AddRuns();
    builder.Services.AddConfusions();
    builder.Services.AddTrainers();
    builder.Services.AddLooks();
    builder.Services.AddFloor();
    builder.Services.AddNotebooks();
    builder.Services.AddExercises();
    builder.Services.AddLessonModules();
    builder.Services.AddLearners();
    builder.Services.AddReadingProgress();
    builder.Services.AddWork();
    builder.Services.AddSiteHubs();
    builder.Services.AddSiteApi();
    builder.Services.AddOperate();
    builder.AddSiteUi();
    builder.Services.CountCircuitCalls();
    builder.Services.AddFirstDrawing();

    using var deadline = new ExitDeadline();
    await using var app = builder.Build();
    app.Services.GetRequiredService<SettingsCheck>().Run();
    await app.Services.PrepareStorageAsync(CancellationToken.None);

    app.UseProxies();
    app.UseTelemetry();
    app.UseSiteSecurityHeaders();
    app.UseSiteApi();
    app.UseAdmission();
    app.UseAuthorization();
    app.MapSiteHubs();
    app.MapSiteApi();
    app.MapWork();
    app.MapHealth();
    app.MapContactSheets();
    app.MapTrainerFiles();
    app.MapOperate();
    app.MapSiteUi();
    await app.RunToItsEndAsync();
    return 0;
}
catch (Exception e) when (StartFault.Explain(e) is { } reason)
{
    await Console.Error.WriteLineAsync($"AslTutorial cannot start: {reason}");
    return 1;
}
