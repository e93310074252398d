using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Notebooks;

internal static class NotebooksSetup
{
    public static IServiceCollection AddNotebooks(this IServiceCollection services)
    {
        services.AddSettings<NotebookOptions>("Notebooks");
        services.AddSingleton<NotebookCells>();
        services.AddSingleton<GapReader>();
        services.AddSingleton<ParameterReader>();
        services.AddSingleton<ValueReader>();
        services.AddSingleton<LessonPlaces>();
        services.AddSingleton<NotebookStore>();
        services.AddSingleton<NotebookLink>();
        services.AddSingleton<OpenNotebooks>();
        services.AddHostedService<NotebookNodes>();
        services.AddSingleton<CellRuns>();
        services.AddHostedService<DataSetNews>();
        services.AddSingleton<KernelRestarts>();
        services.AddSingleton<NotebookWords>();
        services.AddSingleton<INotebooks, NotebookService>();
        return services;
    }
}
