using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Components.FirstViews;

internal static class FirstViewsSetup
{
    public static void AddFirstDrawing(this IServiceCollection services)
    {
        services.AddSingleton<DrawnAhead>();
        services.AddHostedService<FirstDrawing>();
    }
}
