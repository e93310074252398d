using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Hosting;

/// <summary>Paths of long-lived connections: the hubs and the pages' circuits.</summary>
internal static class ConnectionPaths
{
    public const string Training = "/hubs/training";

    public static PathString[] All { get; } = [Training, TrainerRoutes.Hub, "/_blazor"];
}
