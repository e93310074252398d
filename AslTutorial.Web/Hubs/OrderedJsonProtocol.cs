using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace AslTutorial.Web.Hubs;

/// <summary>
/// The JSON protocol, which also notifies a snapshot when it has been written. SignalR writes a method's result only after the method
/// returns, so an event sent in between would reach the browser before the snapshot that it belongs to.
/// A connection writes one message at a time, so whatever is sent after <see cref="LiveSnapshot.Sent"/> comes later.
/// </summary>
internal sealed class OrderedJsonProtocol(JsonHubProtocol inner) : IHubProtocol
{
    public string Name => inner.Name;

    public int Version => inner.Version;

    public TransferFormat TransferFormat => inner.TransferFormat;

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
        inner.TryParseMessage(ref input, binder, out message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        inner.WriteMessage(message, output);
        Tell(message);
    }

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message)
    {
        var bytes = inner.GetMessageBytes(message);
        Tell(message);
        return bytes;
    }

    public bool IsVersionSupported(int version) => inner.IsVersionSupported(version);

    private static void Tell(HubMessage message)
    {
        if (message is CompletionMessage { Result: LiveSnapshot snapshot })
        {
            snapshot.Sent();
        }
    }
}
