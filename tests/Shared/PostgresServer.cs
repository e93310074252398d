using System.Diagnostics;

namespace AslTutorial.Tests.Shared;

/// <summary>Debian's PostgreSQL on a free port of this machine, in a folder of its own. It forgives no crash of its own: nothing is flushed to the disk.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "postgres";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("asltutorial-postgres-");
    private readonly int _port = FreePort.Find();
    private Process? _process;

    private PostgresServer()
    {
    }

    /// <summary>Why it cannot be started here; null where it can.</summary>
    public static string? Missing => Programs is null ? "PostgreSQL is not installed: apt-get install postgresql" : null;

    private static string? Programs => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max()
        : null;

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer();
        try
        {
            await server.RunAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database; returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        await EndedAsync(Start("createdb", "-h", "127.0.0.1", "-p", $"{_port}", "-U", User, name));
        return $"Host=127.0.0.1;Port={_port};Username={User};Database={name}";
    }

    /// <summary>Where one of PostgreSQL's programs is.</summary>
    public static string PathOf(string program) => Path.Combine(Programs ?? throw new InvalidOperationException(Missing), program);

    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            // Its fast way to end; the processes of its connections end with it.
            using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task RunAsync()
    {
        var data = Path.Combine(_folder.FullName, "data");
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            using var chown = Process.Start("chown", [User, _folder.FullName]);
            await chown.WaitForExitAsync();
        }

        await EndedAsync(Start("initdb", "-D", data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"));
        _process = Start(
            User, "-D", data, "-p", $"{_port}", "-h", "127.0.0.1", "-k", _folder.FullName,
            "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=300", "-c", "log_min_messages=panic");
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            using var ready = Start("pg_isready", "-q", "-h", "127.0.0.1", "-p", $"{_port}");
            await ready.WaitForExitAsync();
            if (ready.ExitCode == 0)
            {
                return;
            }

            if (_process.HasExited || Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new InvalidOperationException("PostgreSQL could not be started.");
            }

            await Task.Delay(50);
        }
    }

    private static Process Start(string program, params string[] arguments)
    {
        var path = PathOf(program);
        string[] asUser = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", path] : [path];
        var start = new ProcessStartInfo(asUser[0], [.. asUser[1..], .. arguments]) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task EndedAsync(Process process)
    {
        using (process)
        {
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{process.StartInfo.ArgumentList[^1]}: PostgreSQL's {process.StartInfo.FileName} ended with {process.ExitCode}");
            }
        }
    }
}
