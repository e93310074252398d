using System.Threading.Channels;

namespace AslTutorial.Training.Service;

/// <summary>Wakes one waiter; several wakes before it comes around are one.</summary>
internal sealed class Signal
{
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wakes.Writer.TryWrite(true);

    public Task WaitAsync(CancellationToken cancel) => _wakes.Reader.ReadAsync(cancel).AsTask();
}
