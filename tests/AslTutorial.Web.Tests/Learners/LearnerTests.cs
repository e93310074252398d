using System.Security.Claims;
using AslTutorial.Web.Learners;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;

namespace AslTutorial.Web.Tests.Learners;

public class LearnerTests
{
    [Fact]
    public async Task GetIdAsync_InARequest_IsTheRequests()
    {
        var http = new HttpContextAccessor { HttpContext = new DefaultHttpContext { User = UserOf("ada") } };

        (await new Learner(http, new Circuit(UserOf("bob"))).GetIdAsync()).ShouldBe("ada");
    }

    [Fact]
    public async Task GetIdAsync_InACircuit_IsTheOneItWasOpenedBy() =>
        (await new Learner(new HttpContextAccessor(), new Circuit(UserOf("bob"))).GetIdAsync()).ShouldBe("bob");

    [Fact]
    public async Task GetIdAsync_WithoutCookies_IsFreshAndStable()
    {
        var learner = new Learner(new HttpContextAccessor(), new Circuit(new ClaimsPrincipal()));

        var id = await learner.GetIdAsync();

        id.Length.ShouldBe(22);
        (await learner.GetIdAsync()).ShouldBe(id);
        (await new Learner(new HttpContextAccessor(), new Circuit(new ClaimsPrincipal())).GetIdAsync()).ShouldNotBe(id);
    }

    private static ClaimsPrincipal UserOf(string id) => new(new ClaimsIdentity([new Claim(LearnerClaims.Id, id)], LearnerClaims.AuthenticationType));

    private sealed class Circuit(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));
    }
}
