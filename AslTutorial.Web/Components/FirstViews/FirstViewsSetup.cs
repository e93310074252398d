namespace AslTutorial.Web.Components.FirstViews;

internal static class FirstViewsSetup
{
    public static void AddFirstDrawing(this IServiceCollection services)
    {
        services.AddSingleton<FirstDrawing>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstDrawing>());
    }
}
