using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace AslTutorial.Web.Hubs;

internal static class HubsSetup
{
    /// <summary>Well above the largest result of a cell with its overhead, because a longer message would end the connection.</summary>
    private const int MaxTrainerMessage = 4 * CellLimits.MaxResultBytes;

    private const int MaxBrowserMessage = 4 << 10;

    /// <summary>A trainer that is silent for so long counts as gone, even if the connection looks alive.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddSiteHubs(this IServiceCollection services)
    {
        services.AddSingleton<Watchers>();
        services.AddSingleton<WatchAdmission>();
        services.AddSignalR()
            .AddJsonProtocol(options => HostingSetup.ConfigureJson(options.PayloadSerializerOptions))
            .AddMessagePackProtocol()
            .AddHubOptions<TrainingHub>(options =>
            {
                options.SupportedProtocols = ["json"];
                options.MaximumReceiveMessageSize = MaxBrowserMessage;
                options.AddFilter<AbortedCalls>();
                options.AddFilter<WatchAdmission>();
            })
            .AddHubOptions<TrainerHub>(options =>
            {
                options.SupportedProtocols = ["messagepack"];
                options.KeepAliveInterval = KeepAlive;
                options.ClientTimeoutInterval = Silence;
                options.HandshakeTimeout = Silence;
                options.MaximumReceiveMessageSize = MaxTrainerMessage;
                options.AddFilter<AbortedCalls>();
            });
        // Of protocols with the same name the last one registered is used.
        services.AddSingleton<IHubProtocol>(provider => new CountedCalls(
            new OrderedJsonProtocol(ActivatorUtilities.CreateInstance<JsonHubProtocol>(provider)), provider.GetRequiredService<AdmissionDesk>()));
        return services;
    }

    public static void MapSiteHubs(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<TrainingHub>(ConnectionPaths.Training);
        // Where no WebSocket comes through, each message is a body.
        routes.MapHub<TrainerHub>(TrainerRoutes.Hub).WithMetadata(new RequestSizeLimitAttribute(MaxTrainerMessage));
    }
}
