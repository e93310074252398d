using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace AslTutorial.Web.Learners;

/// <summary>
/// The cookie that identifies a browser's learner: 128 random bits and two times, encrypted so that none can be forged.
/// Under https its name has the prefix __Host-, so that browsers let no other host of the domain set it.
/// </summary>
internal sealed class LearnerCookie(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Name = "asl-learner";
    public const string SecureName = "__Host-" + Name;

    private const int IdBytes = 16;
    private const int TimeBytes = 8;
    private const int Bytes = IdBytes + (2 * TimeBytes);

    /// <summary>Longer values are ignored; a real one has about 200 characters.</summary>
    private const int MaxLength = 1_024;

    /// <summary>How many cookies of one name are tried, because decrypting costs time.</summary>
    private const int MaxOfAName = 4;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromDays(30);

    /// <summary>Cookies from before the prefix were valid for a year and are no longer issued; none is accepted after this date.</summary>
    private static readonly DateTimeOffset LastOldOne = new(2027, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IDataProtector _protector = protection.CreateProtector("AslTutorial.Learner.v2");
    private readonly IDataProtector _oldProtector = protection.CreateProtector("AslTutorial.Learner.v1");

    public static string NewId() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>The learner of a request, or null without a valid cookie.</summary>
    public string? Read(HttpRequest request) => See(request)?.Id;

    /// <summary>As <see cref="Read"/>, with the cookie's times.</summary>
    public SeenLearner? See(HttpRequest request) => request.IsHttps
        ? One(request, SecureName, Open) ?? One(request, Name, OpenOld)
        : One(request, Name, value => Open(value) ?? OpenOld(value));

    /// <summary>
    /// Whether the cookies name several learners: another host of the domain has set one beside the learner's own, and they cannot
    /// be told apart.
    /// </summary>
    public bool IsAmbiguous(HttpRequest request) =>
        All(request, request.IsHttps ? SecureName : Name).Select(value => (Open(value) ?? OpenOld(value))?.Id).OfType<string>().Distinct().Skip(1).Any();

    /// <param name="since">When this browser first came; null for now.</param>
    public void Write(HttpResponse response, string id, DateTimeOffset? since = null)
    {
        var now = time.GetUtcNow();
        var content = new byte[Bytes];
        WebEncoders.Base64UrlDecode(id).CopyTo(content, 0);
        BinaryPrimitives.WriteInt64LittleEndian(content.AsSpan(IdBytes), (since ?? now).ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt64LittleEndian(content.AsSpan(IdBytes + TimeBytes), now.ToUnixTimeSeconds());
        var isHttps = response.HttpContext.Request.IsHttps;
        response.Cookies.Append(isHttps ? SecureName : Name, WebEncoders.Base64UrlEncode(_protector.Protect(content)), Options(isHttps, now + Lifetime));
        if (isHttps)
        {
            response.Cookies.Delete(Name);
        }
    }

    /// <summary>Deletes the learner's cookies in the browser.</summary>
    public static void Delete(HttpResponse response)
    {
        response.Cookies.Delete(Name, Options(isSecure: false, expires: null));
        if (response.HttpContext.Request.IsHttps)
        {
            response.Cookies.Delete(SecureName, Options(isSecure: true, expires: null));
        }
    }

    /// <summary>Deletes cookies that other hosts have set for the whole domain; the learner's own, for this host only, stays.</summary>
    public static void DeletePlanted(HttpResponse response)
    {
        var labels = response.HttpContext.Request.Host.Host.Split('.');
        for (var first = 1; first < labels.Length - 1; first++)
        {
            response.Cookies.Delete(Name, new CookieOptions { Path = "/", Domain = string.Join('.', labels[first..]) });
        }
    }

    private static CookieOptions Options(bool isSecure, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = isSecure,
        Expires = expires,
        Path = "/",
        IsEssential = true,
    };

    private static SeenLearner? One(HttpRequest request, string name, Func<string, SeenLearner?> open)
    {
        var learners = All(request, name).Select(open).OfType<SeenLearner>().DistinctBy(learner => learner.Id).Take(2).ToList();
        return learners.Count == 1 ? learners[0] : null;
    }

    // Parses the header itself: the framework keeps only one cookie of a name and ignores case, "__host-" for "__Host-".
    private static IEnumerable<string> All(HttpRequest request, string name) =>
        (from header in request.Headers.Cookie
         from pair in (header ?? "").Split(';', StringSplitOptions.TrimEntries)
         where pair.Length <= MaxLength && pair.StartsWith(name, StringComparison.Ordinal) && pair.Length > name.Length && pair[name.Length] == '='
         select pair[(name.Length + 1)..]).Take(MaxOfAName);

    private SeenLearner? Open(string value)
    {
        if (Unprotect(_protector, value) is not { Length: Bytes } content)
        {
            return null;
        }

        var since = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64LittleEndian(content.AsSpan(IdBytes)));
        var renewed = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64LittleEndian(content.AsSpan(IdBytes + TimeBytes)));
        var age = time.GetUtcNow() - renewed;
        return age > Lifetime ? null : new(WebEncoders.Base64UrlEncode(content.AsSpan(0, IdBytes)), since, age > RenewedAfter);
    }

    private SeenLearner? OpenOld(string value) =>
        time.GetUtcNow() < LastOldOne && Unprotect(_oldProtector, value) is { Length: IdBytes } id
            ? new(WebEncoders.Base64UrlEncode(id), DateTimeOffset.UnixEpoch, IsStale: true)
            : null;

    private static byte[]? Unprotect(IDataProtector protector, string value)
    {
        try
        {
            return protector.Unprotect(WebEncoders.Base64UrlDecode(value));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
