using System.Diagnostics;
using System.Globalization;

namespace AslTutorial.Web.Tests.Site;

/// <summary>Signals to processes that a test knows.</summary>
internal static class Signals
{
    public static void Send(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public static bool IsAlive(int process) => Directory.Exists($"/proc/{process}") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
}
