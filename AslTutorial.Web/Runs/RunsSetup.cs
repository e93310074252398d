using AslTutorial.Web.Admission;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Telemetry;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Runs;

internal static class RunsSetup
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddSettings<RunOptions>("Runs");
        services.AddOptions<Tariffs>().Configure<IOptions<RunOptions>>((tariffs, runs) =>
        {
            var usual = tariffs[Cost.Run];
            tariffs[Cost.Run] = usual with { Burst = Math.Max(runs.Value.PerLearner, usual.Burst) };
        });
        services.AddSingleton(provider =>
        {
            var board = provider.GetRequiredService<RunBoard>();
            return new Gauge("asl.queue.length", "{run}", "Runs that wait.", () => board.Waiting);
        });
        services.AddSingleton<RunBoard>();
        services.AddSingleton<KeptEpochs>();
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
