using System.Collections.Concurrent;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Components.Lessons;

/// <summary>A notebook in memory: what a cell answers is up to the test.</summary>
internal sealed class FakeNotebooks : INotebooks
{
    private readonly ConcurrentDictionary<Action, bool> _watchers = new();
    private int _count;

    public ConcurrentDictionary<string, CellState> Cells { get; } = new();

    public ConcurrentDictionary<(string Cell, string Name), string> Values { get; } = new();

    /// <summary>What was run, in order.</summary>
    public ConcurrentQueue<string> Ran { get; } = new();

    public bool IsBroken { get; set; }

    public int Opened { get; private set; }

    public int Interrupted { get; private set; }

    public KernelState Kernel { get; set; } = new(4711, 412L << 20, "CPU", DateTimeOffset.UnixEpoch);

    public KernelRestart Restart { get; set; } = new(new(4711, 1800L << 20, "CPU", null), new(4712, 300L << 20, "CPU", null), null);

    /// <summary>The answer where nobody gave leave to stop a training.</summary>
    public KernelRestart? RefusedFirst { get; set; }

    /// <summary>Null lets the cell print its name.</summary>
    public Func<string, CellExecution?> OnRun { get; set; } = _ => null;

    public Func<string, string?, string?> OnSet { get; set; } = (_, _) => null;

    /// <summary>What is wrong with a kept value.</summary>
    public Func<string, string, string?> OnFault { get; set; } = (_, _) => null;

    /// <summary>Runs wait for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public Task<NotebookState> OpenAsync(string learner, string lesson, CancellationToken cancel)
    {
        Opened++;
        if (IsBroken)
        {
            throw new InvalidOperationException("The notebook is broken.");
        }

        return Task.FromResult(new NotebookState(new Dictionary<string, CellState>(Cells), new Dictionary<(string, string), string>(Values)));
    }

    public Task<string?> SetValueAsync(string learner, string lesson, string cell, string name, string? text, CancellationToken cancel)
    {
        if (text is null)
        {
            Values.TryRemove((cell, name), out _);
        }
        else
        {
            Values[(cell, name)] = text;
        }

        Tell();
        return Task.FromResult(OnSet(name, text));
    }

    public string? FaultOf(string lesson, string cell, string name, string text) => OnFault(name, text);

    public async Task<CellExecution> RunAsync(string learner, string lesson, string cell, CancellationToken cancel)
    {
        Ran.Enqueue(cell);
        await Gate;
        if (OnRun(cell) is { } answer)
        {
            return answer;
        }

        CellResult result = new([CellOutput.Of(cell)], 3, []);
        Cells[cell] = Done(result.Outputs, ++_count);
        Tell();
        return new(CellRunStatus.Done, Result: result);
    }

    public Task InterruptAsync(string learner, string lesson)
    {
        Interrupted++;
        return Task.CompletedTask;
    }

    public Task<KernelRestart> RestartAsync(string learner, string lesson, bool stopTraining, CancellationToken cancel) =>
        Task.FromResult(stopTraining ? Restart : RefusedFirst ?? Restart);

    public Task<KernelState> KernelAsync(CancellationToken cancel) => Task.FromResult(Kernel);

    public IDisposable Watch(string learner, string lesson, Action changed)
    {
        _watchers[changed] = true;
        return new Watching(() => _watchers.TryRemove(changed, out _));
    }

    /// <summary>As after a change in another tab.</summary>
    public void Tell()
    {
        foreach (var watcher in _watchers.Keys)
        {
            watcher();
        }
    }

    public static CellState Done(IReadOnlyList<CellOutput> outputs, int count = 1, bool stale = false, params CellFact[] facts) =>
        new(CellPhase.Idle, count, outputs, facts, 3, stale, DateTimeOffset.UnixEpoch.AddSeconds(count));

    private sealed class Watching(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
