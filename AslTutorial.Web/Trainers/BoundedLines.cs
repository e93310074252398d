using System.Text;

namespace AslTutorial.Web.Trainers;

/// <summary>Reads another program's output line by line; cuts long lines, so that an endless one does not fill the memory.</summary>
internal static class BoundedLines
{
    public const int MaxLength = 2_000;

    public static async Task ReadAsync(TextReader reader, Action<string> onLine)
    {
        const int BufferSize = 4_096;
        var buffer = new char[BufferSize];
        var line = new StringBuilder();
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            foreach (var c in buffer.AsSpan(0, read))
            {
                if (c == '\n')
                {
                    Flush();
                }
                else if (c != '\r' && line.Length < MaxLength)
                {
                    line.Append(c);
                }
            }
        }

        Flush();

        void Flush()
        {
            if (line.Length > 0)
            {
                onLine(line.ToString());
                line.Clear();
            }
        }
    }
}
