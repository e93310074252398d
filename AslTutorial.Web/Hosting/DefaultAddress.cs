namespace AslTutorial.Web.Hosting;

/// <summary>
/// The address without any wish: a launch profile would set ASPNETCORE_URLS itself and so beat the one that the caller
/// has set, which is why there is none.
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
