using System.Runtime.InteropServices;

namespace AslTutorial.Training.Service;

/// <summary>
/// Ends a trainer with the site that started it. The site holds the other end of the trainer's standard input: however the
/// site ends, the system closes it, so nobody is left behind. Ctrl+C reaches both; the site answers it for both.
/// </summary>
internal sealed class ParentWatch : IDisposable
{
    private readonly PosixSignalRegistration _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
    private readonly CancellationTokenSource _ended = new();

    public ParentWatch(Stream input)
    {
        var thread = new Thread(() => Wait(input)) { Name = "parent", IsBackground = true };
        thread.Start();
    }

    /// <summary>Cancelled when the site is gone.</summary>
    public CancellationToken Ended => _ended.Token;

    public void Dispose() => _interrupt.Dispose();

    private void Wait(Stream input)
    {
        const int BufferSize = 256;
        var buffer = new byte[BufferSize];
        try
        {
            while (input.Read(buffer) > 0)
            {
                // The site writes nothing here; input is discarded.
            }
        }
        catch (IOException)
        {
            // A broken pipe also means that the site has ended.
        }

        _ended.Cancel();
    }
}
