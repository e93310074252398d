using System.Runtime.InteropServices;

namespace AslTutorial.Web.Hosting;

/// <summary>
/// Ends the process some seconds after a signal has asked for it, whatever still waits. Orleans and the client of Redis wait without a
/// limit for servers that no longer answer, also after the host's own time for its shutdown is over.
/// </summary>
internal sealed class ExitDeadline : IDisposable
{
    /// <summary>The host's time for an orderly shutdown, and some for what is disposed after it.</summary>
    private static readonly TimeSpan Longest = HostingSetup.ShutdownTimeout + TimeSpan.FromSeconds(3);

    private readonly PosixSignalRegistration[] _signals;

    // By signal and not when the host begins to stop: a site in a test's process must not end that process.
    public ExitDeadline() => _signals =
        [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Begin), PosixSignalRegistration.Create(PosixSignal.SIGINT, Begin)];

    /// <summary>To be called once the site has ended by itself.</summary>
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }

    /// <summary>On a thread of its own, because a shutdown that hangs may hold those of the pool.</summary>
    private static void Begin(PosixSignalContext signal) => new Thread(() =>
    {
        Thread.Sleep(Longest);
        Console.Error.WriteLine($"AslTutorial did not end within {Longest.TotalSeconds} s and is cut off.");
        Environment.Exit(0);
    })
    { IsBackground = true }.Start();
}
