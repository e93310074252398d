using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Data;

internal static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddSettings<DataOptions, DataOptionsValidator>("Data");
        services.AddSingleton<ContactSheets>();
        services.AddSingleton<SharedSheets>();
        services.AddHostedService(provider => provider.GetRequiredService<SharedSheets>());
        services.AddSingleton<IContactSheets>(provider => provider.GetRequiredService<ContactSheets>());
        return services;
    }

    /// <summary>Serves the sheets to pages. The URL contains the content's digest, so browsers may cache it forever.</summary>
    public static void MapContactSheets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/datasets/{digest}/{set}.png", (string digest, string set, HttpResponse response, ContactSheets sheets) =>
        {
            if (sheets.FileOf(digest, set) is not { } path)
            {
                return Results.NotFound();
            }

            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.File(path, "image/png");
        }).ExcludeFromDescription();
}
