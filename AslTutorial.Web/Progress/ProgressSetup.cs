namespace AslTutorial.Web.Progress;

internal static class ProgressSetup
{
    public static IServiceCollection AddReadingProgress(this IServiceCollection services) => services.AddSingleton<IReadingProgress, ReadingProgress>();
}
