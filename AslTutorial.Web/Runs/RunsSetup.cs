using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Runs;

internal static class RunsSetup
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddSettings<RunOptions, RunOptionsValidator>("Runs");
        services.AddSingleton<RunBoard>();
        services.AddSingleton<RunReplays>();
        services.AddSingleton<SameOrders>();
        services.AddSingleton<FloorSeat>();
        services.AddSingleton<RunReplicas>();
        services.AddSingleton<RunStarting>();
        services.AddSingleton<RunLeases>();
        services.AddSingleton<RunReports>();
        services.AddSingleton<RunCancelling>();
        services.AddSingleton<RunPauses>();
        services.AddSingleton<RunChanging>();
        services.AddSingleton<RunDeleting>();
        services.AddSingleton<IRunService, RunService>();
        return services;
    }
}
