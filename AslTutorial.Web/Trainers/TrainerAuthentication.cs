using System.Security.Claims;
using System.Text.Encodings.Web;
using AslTutorial.Web.Admission;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>
/// Authenticates trainers by a bearer token in the header; not in the URL, which logs would keep.
/// </summary>
internal sealed class TrainerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, TrainerKeys keys, WrongKeys wrongKeys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "TrainerKey";
    public const string Policy = "Trainer";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (keys.NameOf(header[Prefix.Length..].Trim()) is not { } name)
        {
            if (!await wrongKeys.PayAsync(Context.Connection.RemoteIpAddress, Context.RequestAborted))
            {
                Context.Abort();
            }

            return AuthenticateResult.Fail("This is no trainer's key.");
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Role, Policy), new Claim(ClaimTypes.Name, name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
