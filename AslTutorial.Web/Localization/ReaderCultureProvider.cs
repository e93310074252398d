using Microsoft.AspNetCore.Localization;

namespace AslTutorial.Web.Localization;

/// <summary>
/// Chooses the language by ?culture=, then the cookie, then the browser's languages. Replaces the framework's three providers, which
/// know "zh-CN" but neither "zh" nor "zh-Hans", and in which an unknown ?culture= would hide the cookie.
/// </summary>
internal sealed class ReaderCultureProvider : RequestCultureProvider
{
    public const string QueryParameter = "culture";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var culture = FromQuery(httpContext.Request) ?? FromCookie(httpContext.Request) ?? FromBrowser(httpContext.Request);
        return Task.FromResult(culture is null ? null : new ProviderCultureResult(culture));
    }

    public static string? FromQuery(HttpRequest request) => SiteCultures.Match(request.Query[QueryParameter]);

    private static string? FromCookie(HttpRequest request)
    {
        var value = request.Cookies[CookieRequestCultureProvider.DefaultCookieName];
        var parsed = string.IsNullOrEmpty(value) ? null : CookieRequestCultureProvider.ParseCookieValue(value);
        return SiteCultures.Match(parsed?.UICultures.FirstOrDefault().Value);
    }

    private static string? FromBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => SiteCultures.Match(language.Value is { HasValue: true } tag ? tag.Value : null))
        .FirstOrDefault(culture => culture is not null);
}
