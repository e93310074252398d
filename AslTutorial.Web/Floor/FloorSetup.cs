using AslTutorial.Web.Looks;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Floor;

internal static class FloorSetup
{
    public static IServiceCollection AddFloor(this IServiceCollection services)
    {
        services.AddSingleton<FloorLink>();
        services.AddSingleton<Nodes>();
        services.AddSingleton<FarWatches>();
        services.AddSingleton<FloorTrainers>();
        services.AddSingleton<ITrainerOrders>(provider => provider.GetRequiredService<FloorTrainers>());
        services.AddSingleton<ITrainerDirectory>(provider => provider.GetRequiredService<FloorTrainers>());
        services.AddSingleton<IDispatchSignal>(provider => provider.GetRequiredService<FloorTrainers>());
        services.AddSingleton<ICellOrders, FarCells>();
        services.AddSingleton<IFarLooks, FarLooks>();
        services.AddHostedService<NodeBeat>();
        services.AddHostedService<FloorRehearsal>();
        services.AddSingleton<RunReconciler>();
        services.AddHostedService(provider => provider.GetRequiredService<RunReconciler>());
        return services;
    }
}
