using System.Security.Claims;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Persistence;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AslTutorial.Web.Admission;

internal static class AdmissionSetup
{
    public static IServiceCollection AddAdmission(this IServiceCollection services)
    {
        services.AddSettings<AdmissionOptions>("Admission");
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = RequestAdmission.MaxBodyBytes);
        services.AddSingleton<Budgets>();
        services.AddSingleton<AddressBlocks>();
        services.AddSingleton<ReadOnlyMode>();
        services.AddSingleton<CallerMask>();
        services.AddSingleton<SharedAdmission>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<WrongKeys>();
        services.AddSingleton<AdmissionDesk>();
        services.AddSingleton<IWriteTurns, CallerTurns>();
        services.AddSingleton<LearnerBook>();
        services.AddHostedService(provider => provider.GetRequiredService<LearnerBook>());
        services.AddScoped<PageRefusals>();
        services.AddScoped<CircuitHandler, CircuitCaller>();
        return services;
    }

    /// <summary>In this order: who is calling, whether they are admitted, then which learner they are.</summary>
    public static void UseAdmission(this IApplicationBuilder app)
    {
        app.UseMiddleware<CallerMiddleware>();
        app.UseMiddleware<RequestAdmission>();
        app.UseMiddleware<LearnerMiddleware>();
        app.Use(TellCircuit);
    }

    /// <summary>Stores the address in a claim for the circuit, and notes in the book a learner for whom data may be stored.</summary>
    private static Task TellCircuit(HttpContext context, RequestDelegate next)
    {
        var caller = context.Features.GetRequiredFeature<Caller>();
        context.User.AddIdentity(new ClaimsIdentity(new[] { new Claim(CircuitCaller.Address, caller.Address ?? "") }));
        if (context.User.FindFirst(LearnerClaims.Id)?.Value is { } learner && (caller.Learner is not null || !HttpMethods.IsGet(context.Request.Method)))
        {
            context.RequestServices.GetRequiredService<LearnerBook>().Seen(learner);
        }

        return next(context);
    }
}
