using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AslTutorial.Web.Learners;

internal static class LearnersSetup
{
    public static IServiceCollection AddLearners(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<LearnerCookie>();
        services.TryAddScoped<AuthenticationStateProvider, ServerAuthenticationStateProvider>();
        services.AddScoped<ILearner, Learner>();
        return services;
    }
}
