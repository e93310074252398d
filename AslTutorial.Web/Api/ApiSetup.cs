namespace AslTutorial.Web.Api;

internal static class ApiSetup
{
    public static IServiceCollection AddSiteApi(this IServiceCollection services)
    {
        services.AddSingleton<CellWords>();
        services.AddProblemDetails();
        services.AddExceptionHandler<WriterBusyHandler>();
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "AslTutorial";
            document.Info.Version = "v1";
            document.Info.Description =
                "Train a net on the letters of American Sign Language. A learner is known by the cookie that the first call sets; "
                + "send it along to see, watch and cancel your own runs. Errors are application/problem+json.";
            return Task.CompletedTask;
        }));
        return services;
    }

    /// <summary>Turns all errors under /api into problem documents, also those that no endpoint has written.</summary>
    public static void UseSiteApi(this IApplicationBuilder app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseMiddleware<OriginGuard>();
    }

    public static void MapSiteApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        routes.MapLessonsApi();
        routes.MapRunsApi();
        routes.MapLooksApi();
        routes.MapDataApi();
    }
}
