namespace AslTutorial.Web.Localization;

internal static class SiteLocalization
{
    public static void AddSiteLocalization(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(SiteCultures.Default);
            options.AddSupportedCultures([.. SiteCultures.All]);
            options.AddSupportedUICultures([.. SiteCultures.All]);
            options.RequestCultureProviders = [new ReaderCultureProvider()];
        });
    }

    public static void UseSiteLocalization(this IApplicationBuilder app)
    {
        app.UseRequestLocalization();
        app.UseMiddleware<CultureCookieMiddleware>();
    }
}
