using AslTutorial.Web.Admission;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace AslTutorial.Web.Hubs;

/// <summary>Counts the calls of circuits that are no events of an open page: for those <see cref="CircuitCaller"/> asks, which lets them wait.</summary>
internal static class CircuitCalls
{
    private const string Protocol = "BlazorPackHubProtocol";

    private static readonly HashSet<string> Events = new(StringComparer.OrdinalIgnoreCase)
    {
        "BeginInvokeDotNetFromJS", "EndInvokeJSFromDotNet", "ReceiveByteArray", "ReceiveJSDataChunk", "OnRenderCompleted", "OnLocationChanged", "OnLocationChanging",
    };

    /// <summary>After Blazor has added its protocol, for which there is no other way in: of protocols with the same name the last one registered is used.</summary>
    public static IServiceCollection CountCircuitCalls(this IServiceCollection services)
    {
        var blazor = services.Last(service => service.ServiceType == typeof(IHubProtocol) && service.ImplementationType?.Name == Protocol).ImplementationType!;
        return services.AddSingleton<IHubProtocol>(provider => new CountedCalls(
            (IHubProtocol)ActivatorUtilities.CreateInstance(provider, blazor), provider.GetRequiredService<AdmissionDesk>(), CostOf));
    }

    // Hubs find their methods whatever the case.
    private static Cost CostOf(HubMessage message) =>
        message is HubMethodInvocationMessage { Target: { } target } && Events.Contains(target) ? Cost.None : Cost.Request;
}
