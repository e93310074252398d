using System.IO.Compression;
using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Components.Lessons.Cells;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Components.Lessons.Search;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Progress;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace AslTutorial.Web.Pages;

/// <summary>The site's user interface: services and endpoints of its pages.</summary>
public static class SiteUi
{
    public static WebApplicationBuilder AddSiteUi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddProblemDetails();
        services.AddSiteLocalization();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddLessons(builder.Environment);
        services.AddSingleton<NotebookHandoff>();
        services.AddScoped<CourseProgress>();
        services.AddSingleton<ICSharpListings, CSharpListings>();
        services.AddSingleton<LessonFinder>();
        services.AddMudServices();

        // Static files are compressed by the build. Compressing pages is safe from BREACH: nothing in them is secret and guessable, because
        // the antiforgery token is masked differently in each.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [MediaTypeNames.Text.Html];
        });

        // The fastest level would compress each written piece by itself, which makes a lesson nearly twice as long.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);

        // Writes Chinese characters as they are: as character references a page would be three times as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return builder;
    }

    /// <summary>Maps the pages and their middleware; the site's other endpoints may be mapped before or after.</summary>
    public static WebApplication MapSiteUi(this WebApplication app)
    {
        app.UseSiteLocalization();
        app.UseMiddleware<FirstViews.FirstViews>();
        app.UseResponseCompression();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        }

        app.UseWhen(context => !IsForPeople(context), programs => programs.UseExceptionHandler());
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(GetStatusPage);
        app.Use(LeaveProgramsTheirStatus);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    /// <summary>Turns a re-executed request into a GET: for a POST, the not-found page would require an antiforgery token.</summary>
    private static Task GetStatusPage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    private static Task LeaveProgramsTheirStatus(HttpContext context, RequestDelegate next)
    {
        if (!IsForPeople(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(context);
    }

    private static bool IsForPeople(HttpContext context) => !ProgramPaths.Contain(context.Request.Path);
}
