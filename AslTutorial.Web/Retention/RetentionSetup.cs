using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Retention;

internal static class RetentionSetup
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSettings<RetentionOptions>("Retention");
        services.AddSingleton<LearnerEraser>();
        services.AddSingleton<RetentionSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionSweep>());
        services.AddSingleton<StorageSize>();
        return services;
    }
}
