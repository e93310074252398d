using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using AslTutorial.Web.Admission;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Operate;

/// <summary>Authenticates the operator: key as a bearer token, or typed into the page for a cookie of some hours.</summary>
internal sealed class OperateAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory loggers, UrlEncoder encoder, IOptions<OperateOptions> options, WrongKeys wrongKeys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    public const string Bearer = "OperatorKey";
    public const string Cookie = "OperatorCookie";
    public const string Policy = "Operator";

    /// <summary>A claim with a hash of the key, so that a changed key invalidates the cookie.</summary>
    private const string Stamp = "asl:operator";
    private const string Prefix = "Bearer ";
    private static readonly TimeSpan Stay = TimeSpan.FromHours(8);

    public static bool Matches(OperateOptions options, string shown) =>
        options is { IsOn: true, Key: { } key } && CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(key));

    public static ClaimsPrincipal Operator(OperateOptions options, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Role, Policy), new Claim(Stamp, Convert.ToHexStringLower(Hash($"{Stamp}{options.Key}")))], scheme));

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "asl-operator";
        cookie.Cookie.Path = "/operate";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Stay;
        cookie.SlidingExpiration = false;
        cookie.Events.OnRedirectToLogin = context => Refuse(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Refuse(context, StatusCodes.Status403Forbidden);
        cookie.Events.OnValidatePrincipal = context =>
        {
            var now = context.HttpContext.RequestServices.GetRequiredService<IOptions<OperateOptions>>().Value;
            if (!now.IsOn || context.Principal?.FindFirst(Stamp)?.Value != Operator(now, Cookie).FindFirst(Stamp)!.Value)
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (Matches(options.Value, header[Prefix.Length..].Trim()))
        {
            return AuthenticateResult.Success(new(Operator(options.Value, Bearer), Bearer));
        }

        if (!await wrongKeys.PayAsync(Context.Connection.RemoteIpAddress, Context.RequestAborted))
        {
            Context.Abort();
        }

        return AuthenticateResult.Fail("This is not the operator's key.");
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    // Hashed, so that the comparison's timing does not reveal the length.
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
