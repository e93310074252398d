using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Hosting;

/// <summary>Where connections are opened that stay: the hubs', and the pages' circuits.</summary>
internal static class ConnectionPaths
{
    public const string Training = "/hubs/training";

    public static PathString[] All { get; } = [Training, TrainerRoutes.Hub, "/_blazor"];
}
