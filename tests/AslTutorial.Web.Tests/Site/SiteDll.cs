using System.Diagnostics;
using System.Text;

namespace AslTutorial.Web.Tests.Site;

/// <summary>The site's own program in a process of its own, without a trainer.</summary>
internal sealed class SiteDll : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SiteDll(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process = new Process { StartInfo = start };
        Process.OutputDataReceived += (_, line) => Read(line.Data);
        Process.ErrorDataReceived += (_, line) => Read(line.Data);
        Process.Start();
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    private static string ProgramPath { get; } = Path.Combine(
        Repository.Root,
        "AslTutorial.Web",
        Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."), AppContext.BaseDirectory),
        "AslTutorial.Web.dll");

    public static SiteDll Start(string storage, params string[] settings) => new(
        ["--urls=http://127.0.0.1:0", $"--AslTutorial:Storage:Directory={storage}", "--AslTutorial:Trainer:Start=false", "--AslTutorial:Looks:Example=false", .. settings]);

    public Task<Uri> ListeningAsync() => _listening.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public async Task<int> ExitAsync()
    {
        await Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return Process.ExitCode;
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
            Process.WaitForExit();
        }

        Process.Dispose();
    }

    private void Read(string? line)
    {
        const string Marker = "Now listening on: ";
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        var at = line.IndexOf(Marker, StringComparison.Ordinal);
        if (at >= 0)
        {
            _listening.TrySetResult(new Uri(line[(at + Marker.Length)..].Split('"')[0].Trim()));
        }
    }
}
