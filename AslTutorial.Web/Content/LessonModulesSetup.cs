using AslTutorial.Training.Lessons;

namespace AslTutorial.Web.Content;

internal static class LessonModulesSetup
{
    /// <summary>Registers the lessons' programs and modules.</summary>
    public static IServiceCollection AddLessonModules(this IServiceCollection services)
    {
        services.AddSingleton(TaughtLessons.Course);
        services.AddSingleton(LessonModules.Site);
        foreach (var module in LessonModules.Site.All)
        {
            module.AddServices(services);
        }

        return services;
    }
}
