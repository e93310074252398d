using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Runs;

internal static class RunsSetup
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddSettings<RunOptions, RunOptionsValidator>("Runs");
        services.AddSingleton<IRunBoard, LocalRunBoard>();
        services.AddSingleton<RunReplays>();
        services.AddSingleton<SameOrders>();
        services.AddSingleton<RunLeases>();
        services.AddSingleton<RunReports>();
        services.AddSingleton<RunCancelling>();
        services.AddSingleton<RunPauses>();
        services.AddSingleton<RunChanging>();
        services.AddSingleton<RunDeleting>();
        services.AddSingleton<IRunService, RunService>();
        return services;
    }

    /// <summary>Puts what was waiting or running when the site ended back into the queue.</summary>
    public static async Task RecoverRunsAsync(this IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<RunLeases>().RecoverAsync(cancel);
        await services.GetRequiredService<RunReplays>().RecoverAsync(cancel);
    }
}
