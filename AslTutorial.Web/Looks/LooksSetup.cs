using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Looks;

internal static class LooksSetup
{
    public static IServiceCollection AddLooks(this IServiceCollection services)
    {
        services.AddSettings<LookOptions>("Looks");
        services.AddSingleton<EpochThinning>();
        services.AddHostedService(provider => provider.GetRequiredService<EpochThinning>());
        services.AddSingleton<ExampleRuns>();
        services.AddSingleton<IExampleRuns>(provider => provider.GetRequiredService<ExampleRuns>());
        services.AddHostedService(provider => provider.GetRequiredService<ExampleRuns>());
        services.AddSingleton<LookQueue>();
        services.AddSingleton<LookService>();
        return services;
    }
}
