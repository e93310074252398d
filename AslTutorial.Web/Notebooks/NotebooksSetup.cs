using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Notebooks;

internal static class NotebooksSetup
{
    public static IServiceCollection AddNotebooks(this IServiceCollection services)
    {
        services.AddSettings<NotebookOptions, NotebookOptionsValidator>("Notebooks");
        return services;
    }
}
