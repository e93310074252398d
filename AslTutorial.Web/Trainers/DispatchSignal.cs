using System.Threading.Channels;

namespace AslTutorial.Web.Trainers;

/// <summary>Wakes the dispatcher; several wakes before it runs count as one.</summary>
internal sealed class DispatchSignal
{
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wakes.Writer.TryWrite(true);

    public ValueTask<bool> WaitAsync(CancellationToken cancel) => _wakes.Reader.ReadAsync(cancel);
}
