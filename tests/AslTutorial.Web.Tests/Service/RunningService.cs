using System.Collections.Concurrent;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Service;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Service;

/// <summary>The real trainer, in this process, with a kit that trains nothing.</summary>
internal sealed class RunningService : IAsyncDisposable, IProgress<string>
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TrainerService _service;
    private readonly Task<bool> _running;

    public RunningService(Uri address, FakeKit kit, string key = TestSite.Key)
    {
        Kit = kit;
        var options = new ServiceOptions(address, key)
        {
            ShortestRetry = TimeSpan.FromMilliseconds(50),
            LongestRetry = TimeSpan.FromMilliseconds(200),
            DescribeInterval = TimeSpan.FromMilliseconds(300),
            DataRetry = TimeSpan.FromMilliseconds(200),
            DeviceRetry = TimeSpan.FromMilliseconds(200),
        };
        _service = new TrainerService(options, kit, new DeviceLoss(this, TrainerExitCodes.DeviceLost, ExitCodes.Enqueue), TimeProvider.System, this);
        _running = _service.RunAsync(_stop.Token);
    }

    public FakeKit Kit { get; }

    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>What its process would have ended with.</summary>
    public ConcurrentQueue<int> ExitCodes { get; } = new();

    /// <summary>Ends when the trainer does, with whether it wants a new process.</summary>
    public Task<bool> Ended => _running;

    public void Report(string value) => Log.Enqueue(value);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ((Task)_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _service.DisposeAsync();
        _stop.Dispose();
    }
}
