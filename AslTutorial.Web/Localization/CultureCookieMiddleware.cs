using Microsoft.AspNetCore.Localization;

namespace AslTutorial.Web.Localization;

/// <summary>Stores a language chosen by ?culture= in a cookie, so that later pages have it too, with or without scripts.</summary>
internal sealed class CultureCookieMiddleware(RequestDelegate next)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public Task InvokeAsync(HttpContext context)
    {
        // The circuit's own requests carry ?culture= too, but only in a page's URL is it the reader's choice.
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
