using AslTutorial.Web.Hosting;
using Microsoft.AspNetCore.Authentication;

namespace AslTutorial.Web.Operate;

internal static class OperateSetup
{
    public static IServiceCollection AddOperate(this IServiceCollection services)
    {
        services.AddSettings<OperateOptions, OperateOptionsValidator>("Operate");
        services.AddSingleton<OperateDesk>();
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, OperateAuthentication>(OperateAuthentication.Bearer, configureOptions: null)
            .AddCookie(OperateAuthentication.Cookie, OperateAuthentication.Configure);
        services.AddAuthorizationBuilder().AddPolicy(OperateAuthentication.Policy, policy => policy
            .AddAuthenticationSchemes(OperateAuthentication.Bearer, OperateAuthentication.Cookie)
            .RequireRole(OperateAuthentication.Policy));
        return services;
    }
}
