using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Pages.FirstViews;

internal static class FirstViewsSetup
{
    public static void AddFirstDrawing(this IServiceCollection services)
    {
        services.AddSingleton<DrawnAhead>();
        services.AddHostedService<FirstDrawing>();
    }
}
