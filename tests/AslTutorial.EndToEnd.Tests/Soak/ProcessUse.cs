using System.Globalization;

namespace AslTutorial.EndToEnd.Tests.Soak;

/// <summary>What a process uses, as Linux has it.</summary>
internal sealed record ProcessUse(TimeSpan At, int Process, double Megabytes, int Handles)
{
    private const int PageBytes = 4_096;

    /// <summary>Null where the process has ended.</summary>
    public static ProcessUse? Of(int process, TimeSpan at)
    {
        try
        {
            var pages = File.ReadAllText($"/proc/{process}/statm").Split(' ')[1];
            return new(at, process, double.Parse(pages, CultureInfo.InvariantCulture) * PageBytes / (1 << 20), Directory.GetFiles($"/proc/{process}/fd").Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
