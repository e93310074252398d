using AslTutorial.Lessons.Content;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Components.Lessons;

internal static class LessonServices
{
    public static void AddLessons(this IServiceCollection services)
    {
        services.AddOptions<LessonContentOptions>()
            .BindConfiguration(LessonContentOptions.Section)
            .Validate(
                options => Directory.Exists(Path.Combine(options.Directory, "lessons")),
                $"{LessonContentOptions.Section}:Directory names a folder that holds a folder 'lessons'; it does not.")
            .ValidateOnStart();
        services.AddSingleton(provider => new LessonLibrary(
            Path.Combine(provider.GetRequiredService<IOptions<LessonContentOptions>>().Value.Directory, "lessons")));
    }
}
