using AslTutorial.Web.Hosting;
using AslTutorial.Web.Telemetry;
using Microsoft.AspNetCore.Authentication;

namespace AslTutorial.Web.Trainers;

internal static class TrainersSetup
{
    public static IServiceCollection AddTrainers(this IServiceCollection services)
    {
        services.AddSettings<TrainerOptions, TrainerOptionsValidator>("Trainer");
        services.AddSettings<CellOptions>("Notebooks");
        services.AddSingleton<TrainerKeys>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TrainerAuthentication>(TrainerAuthentication.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(TrainerAuthentication.Policy, policy => policy
            .AddAuthenticationSchemes(TrainerAuthentication.SchemeName)
            .RequireRole(TrainerAuthentication.Policy));
        services.AddSingleton<DispatchSignal>();
        services.AddSingleton(provider =>
        {
            var registry = ActivatorUtilities.CreateInstance<TrainerRegistry>(provider);
            provider.GetRequiredService<TrainerKeys>().Revoked += registry.Revoke;
            return registry;
        });
        services.AddSingleton(provider =>
        {
            var trainers = provider.GetRequiredService<ITrainerDirectory>();
            return new Gauge("asl.trainers.connected", "{trainer}", "Trainers that are connected.", () => trainers.All.Count(trainer => trainer.Connected));
        });
        services.AddSingleton<TrainerDesk>();
        services.AddSingleton<Holdings>();
        services.AddSingleton<CellOrders>();
        services.AddSingleton<KeptCells>();
        services.AddSingleton<MeasuredCells>();
        services.AddHostedService<TrainerDispatcher>();
        services.AddSingleton<TrainerProgram>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<TrainerStartInfo>();
        services.AddSingleton<LocalTrainerFactory>(provider => plan => ActivatorUtilities.CreateInstance<LocalTrainerProcess>(provider, plan));
        services.AddSingleton<LocalTrainers>();
        services.AddHostedService(provider => provider.GetRequiredService<LocalTrainers>());
        services.AddHostedService<TrainerWatch>();
        return services;
    }
}
