using Microsoft.AspNetCore.Localization;

namespace AslTutorial.Web.Localization;

/// <summary>A language chosen by ?culture= holds for the pages that follow, with or without scripts.</summary>
internal sealed class CultureCookieMiddleware(RequestDelegate next)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public Task InvokeAsync(HttpContext context)
    {
        // The circuit's own requests carry ?culture= too; only a page's address is somebody's choice.
        if (!context.Request.Path.StartsWithSegments("/_blazor")
            && ReaderCultureProvider.FromQuery(context.Request) is { } culture)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                new CookieOptions { Path = "/", MaxAge = Lifetime, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
        }

        return next(context);
    }
}
