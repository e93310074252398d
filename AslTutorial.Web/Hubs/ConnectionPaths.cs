using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Hubs;

/// <summary>Where connections are opened that stay: the hubs', and the pages' circuits.</summary>
internal static class ConnectionPaths
{
    public static PathString[] All { get; } = [HubsSetup.TrainingPath, TrainerRoutes.Hub, "/_blazor"];
}
