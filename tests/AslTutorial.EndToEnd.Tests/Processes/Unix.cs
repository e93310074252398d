using System.Diagnostics;
using System.Globalization;

namespace AslTutorial.EndToEnd.Tests.Processes;

/// <summary>Processes by their id.</summary>
internal static class Unix
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>kill -9: no chance to say goodbye.</summary>
    public static void Kill(int process)
    {
        using var victim = Process.GetProcessById(process);
        victim.Kill();
    }

    /// <summary>As a service manager asks a program to end.</summary>
    public static void Terminate(int process)
    {
        using var kill = Process.Start("kill", ["-TERM", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The process that started another.</summary>
    public static int ParentOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("PPid:", StringComparison.Ordinal));
        return int.Parse(line["PPid:".Length..], CultureInfo.InvariantCulture);
    }

    public static async Task ShouldEndAsync(int process)
    {
        var watch = Stopwatch.StartNew();
        while (IsRunning(process))
        {
            watch.Elapsed.ShouldBeLessThan(Patience, $"process {process} does not end");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
    }

    // One that has ended and that nobody has asked about is still listed, as a zombie.
    private static bool IsRunning(int process)
    {
        try
        {
            return !File.ReadLines($"/proc/{process}/status").Any(l => l.StartsWith("State:\tZ", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false;
        }
    }
}
