using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AslTutorial.EndToEnd.Tests.Site;

/// <summary>
/// The site, started as a user starts it: `dotnet run --project AslTutorial.Web`, in a process group of
/// its own so that Ctrl+C can be sent as a terminal sends it, to the whole group.
/// </summary>
internal sealed partial class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string Output => string.Join('\n', _output);

    public static async Task<SiteProcess> StartAsync(string storage, string? data, params string[] settings)
    {
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = BuildFacts.RepositoryRoot,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            // A shell's background job ignores Ctrl+C and hands that down; a terminal's does not.
            "env", "--default-signal=INT",
            "dotnet", "run", "--no-build", "--project", "AslTutorial.Web", "--configuration", BuildFacts.Configuration, "--",
            "--urls", "http://127.0.0.1:0",
            $"--AslTutorial:Storage:Directory={storage}",
            "--AslTutorial:Trainer:Threads=1",
            "--AslTutorial:Looks:Example=false",
            "--AslTutorial:Exercises:SolveAhead=false",
            .. data is null ? Array.Empty<string>() : [$"--AslTutorial:Data:Directory={data}"],
            .. settings,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var site = new SiteProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        await site.RunAsync();
        return site;
    }

    /// <summary>Ctrl+C at the terminal; returns how long the whole group took to end.</summary>
    public async Task<TimeSpan> InterruptAsync()
    {
        var watch = Stopwatch.StartNew();
        Signal("-INT");
        using var limit = new CancellationTokenSource(EndLimit);
        await _process.WaitForExitAsync(limit.Token);
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            try
            {
                await InterruptAsync();
            }
            catch (OperationCanceledException)
            {
                Signal("-KILL");
                await _process.WaitForExitAsync();
            }
        }

        _process.Dispose();
    }

    private async Task RunAsync()
    {
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(
            new InvalidOperationException($"The site ended before it listened:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Address = await _address.Task.WaitAsync(StartLimit);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        var match = Listening().Match(line);
        if (match.Success)
        {
            _address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, "--", $"-{_process.Id}"]);
        kill.WaitForExit();
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
