using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace AslTutorial.Web.Learners;

/// <summary>The cookie that makes a browser the same learner tomorrow: 128 random bits, sealed so that none can be made up.</summary>
internal sealed class LearnerCookie(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Name = "asl-learner";

    private const int IdBytes = 16;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private readonly IDataProtector _protector = protection.CreateProtector("AslTutorial.Learner.v1");

    public static string NewId() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>The learner of a request, or null without a cookie of ours.</summary>
    public string? Read(HttpRequest request)
    {
        if (!request.Cookies.TryGetValue(Name, out var value) || string.IsNullOrEmpty(value))
        {
            return null;
        }

        try
        {
            var id = _protector.Unprotect(WebEncoders.Base64UrlDecode(value));
            return id.Length == IdBytes ? WebEncoders.Base64UrlEncode(id) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public void Write(HttpResponse response, string id) => response.Cookies.Append(
        Name,
        WebEncoders.Base64UrlEncode(_protector.Protect(WebEncoders.Base64UrlDecode(id))),
        new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
            Expires = time.GetUtcNow() + Lifetime,
            Path = "/",
            IsEssential = true,
        });
}
