namespace AslTutorial.Web.Hosting;

/// <summary>
/// The address if none is configured. A launch profile cannot be used for it: it would set ASPNETCORE_URLS and so override the caller's
/// own.
/// </summary>
internal static class DefaultAddress
{
    public const string Url = "http://localhost:5080";

    private static readonly string[] Keys = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var chosen = Keys.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (!chosen)
        {
            builder.WebHost.UseUrls(Url);
        }
    }
}
