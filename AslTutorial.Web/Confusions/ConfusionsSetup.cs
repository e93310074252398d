namespace AslTutorial.Web.Confusions;

internal static class ConfusionsSetup
{
    public static IServiceCollection AddConfusions(this IServiceCollection services) => services.AddSingleton<IConfusionNotes, ConfusionNotes>();
}
