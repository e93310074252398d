using AslTutorial.EndToEnd.Tests.Processes;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>One node: the site's program with an address and settings that stay, however often it is killed and started again.</summary>
internal sealed class ClusterNode(string name, Uri address, IReadOnlyList<string> settings) : IDisposable
{
    private readonly List<string> _before = [];
    private SiteProgram? _program;

    public Uri Address => address;

    /// <summary>What all its processes have printed.</summary>
    public string Output => string.Join('\n', [.. _before, _program?.Output ?? "", _program?.Errors ?? ""]);

    /// <summary>Returns when it listens.</summary>
    public async Task StartAsync()
    {
        Forget();
        _program = new SiteProgram(new Dictionary<string, string>(), ["--urls", address.ToString(), .. settings]);
        try
        {
            await _program.ListeningAsync();
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{name} does not listen:\n{Output}");
        }
    }

    /// <summary>kill -9 of the site alone; its trainer has to notice by itself.</summary>
    public async Task KillAsync()
    {
        Unix.Kill(Program.Id);
        await Unix.ShouldEndAsync(Program.Id);
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    public async Task StopAsync()
    {
        Unix.Terminate(Program.Id);
        (await Program.ExitAsync()).ShouldBeOneOf(0, 143);
    }

    public void Dispose() => Forget();

    private SiteProgram Program => _program ?? throw new InvalidOperationException($"{name} has not been started.");

    private void Forget()
    {
        if (_program is not null)
        {
            _before.Add(_program.Output + _program.Errors);
            _program.Dispose();
            _program = null;
        }
    }
}
