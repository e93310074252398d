using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace AslTutorial.Web.Learners;

/// <summary>In a request, the learner of its HttpContext; in a circuit, the learner who opened the circuit.</summary>
internal sealed class Learner(IHttpContextAccessor http, AuthenticationStateProvider circuit) : ILearner
{
    private string? _id;

    public async ValueTask<string> GetIdAsync() => _id ??= IdOf(http.HttpContext?.User) ?? await FromCircuitAsync() ?? LearnerCookie.NewId();

    private static string? IdOf(ClaimsPrincipal? user) => user?.FindFirst(LearnerClaims.Id)?.Value;

    private async Task<string?> FromCircuitAsync()
    {
        try
        {
            return IdOf((await circuit.GetAuthenticationStateAsync()).User);
        }
        catch (InvalidOperationException)
        {
            // Neither a page nor a circuit has set the authentication state: a request without cookies.
            return null;
        }
    }
}
