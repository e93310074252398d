using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using AslTutorial.Web.Admission;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace AslTutorial.Web.Hubs;

/// <summary>
/// Counts every call that comes over a browser's connection. It does so where calls are read: no filter of a hub hears of one whose
/// method is not there. Who calls too often is cut off.
/// </summary>
/// <param name="costs">What a message other than a ping costs; a request if it is not given.</param>
internal sealed class CountedCalls(IHubProtocol inner, AdmissionDesk desk, Func<HubMessage, Cost>? costs = null) : IHubProtocol
{
    public string Name => inner.Name;

    public int Version => inner.Version;

    public TransferFormat TransferFormat => inner.TransferFormat;

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        if (!inner.TryParseMessage(ref input, binder, out message))
        {
            return false;
        }

        if (message is not PingMessage && Caller.Current is { } caller && (caller.IsCutOff || IsRefused(message, caller)))
        {
            // The one exception for which a connection ends without a line in the log.
            throw new OperationCanceledException("Too many calls came over the connection.");
        }

        return true;
    }

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => inner.WriteMessage(message, output);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => inner.GetMessageBytes(message);

    public bool IsVersionSupported(int version) => inner.IsVersionSupported(version);

    private bool IsRefused(HubMessage message, Caller caller)
    {
        using var admitted = desk.Ask(costs?.Invoke(message) ?? Cost.Request, caller);
        return admitted.Refusal is not null;
    }
}
