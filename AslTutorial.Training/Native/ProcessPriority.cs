using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native;

/// <summary>A trainer beside a site gets the processor time that pages, checks and everything else on the machine leave over.</summary>
internal static partial class ProcessPriority
{
    private const int OfThread = 0;

    /// <summary>As Linux counts it: 0 is usual, 19 comes last.</summary>
    private const int Niceness = 10;

    /// <summary>Lowers the priority of the whole process.</summary>
    public static void Lower()
    {
        if (!OperatingSystem.IsLinux())
        {
            using var own = Process.GetCurrentProcess();
            own.PriorityClass = ProcessPriorityClass.BelowNormal;
            return;
        }

        // On Linux each thread has a priority of its own, inherited from the thread that creates it. So the threads of the runtime are
        // set one by one, until a round finds none that came in between; all later ones inherit.
        HashSet<string> done = [];
        while (Directory.GetDirectories("/proc/self/task").Where(done.Add).ToList() is { Count: > 0 } threads)
        {
            foreach (var thread in threads)
            {
                // Fails only for a thread that has just ended.
                _ = SetPriority(OfThread, int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Niceness);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int kind, int id, int niceness);
}
