using AslTutorial.Lessons.Content;
using AslTutorial.Web.Content;
using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Components.Lessons;

internal static class LessonServices
{
    public static void AddLessons(this IServiceCollection services)
    {
        services.AddSettings<LessonContentOptions, LessonContentOptionsValidator>("Content");
        services.AddSingleton(provider => new LessonLibrary(
            provider.GetRequiredService<IOptions<LessonContentOptions>>().Value.Lessons, FigureFolder.WebRoot()));
    }
}
