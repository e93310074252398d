using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace AslTutorial.Web.Hosting;

/// <summary>Explains start faults in one line; null for those that need a stack trace.</summary>
internal static class StartFault
{
    public static string? Explain(Exception fault) => fault switch
    {
        StartFaultException => fault.Message,
        // A port in use, or one that this user may not listen on.
        IOException { InnerException: AddressInUseException } => fault.Message,
        ArgumentOutOfRangeException { ParamName: "port" } => "an address it should listen on has a port that is not from 0 to 65535",
        SocketException => $"it cannot listen there: {fault.Message}",
        FormatException when fault.TargetSite?.DeclaringType == typeof(BindingAddress) => fault.Message,
        _ => null,
    };
}
