using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Library;
using AslTutorial.Web.Components.Lessons.Takeover;
using AslTutorial.Web.Content;
using AslTutorial.Web.Content.Saved;
using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Components.Lessons;

internal static class LessonServices
{
    public static void AddLessons(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSettings<LessonContentOptions, LessonContentOptionsValidator>("Content");
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<LessonContentOptions>>().Value;
            var webRoot = provider.GetRequiredService<IWebHostEnvironment>().WebRootPath;
            return new LessonLibrary(
                options.Lessons,
                FigureFolder.WebRoot(options.Directory, webRoot),
                SiteLessons.Site,
                environment.IsDevelopment() ? null : provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton(provider => new ExerciseLibrary(provider.GetRequiredService<IOptions<LessonContentOptions>>().Value.Lessons));

        services.AddSingleton<UntouchedBlocks>();

        // Only authors see saved texts at once; readers get them with the next page.
        if (environment.IsDevelopment())
        {
            services.AddSingleton<ISavedLessons, SavedLessons>();
        }
    }
}
