using System.Collections.Concurrent;
using AslTutorial.Training.Worker;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Worker;

/// <summary>The real worker, in this process, with a trainer that trains nothing.</summary>
internal sealed class RunningWorker : IAsyncDisposable, IProgress<string>
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TrainingWorker _worker;
    private readonly Task _running;

    public RunningWorker(Uri address, FakeKit kit, string key = TestSite.Key)
    {
        Kit = kit;
        var options = new WorkerOptions(address, key)
        {
            ShortestRetry = TimeSpan.FromMilliseconds(50),
            LongestRetry = TimeSpan.FromMilliseconds(200),
            DescribeInterval = TimeSpan.FromMilliseconds(300),
            DataRetry = TimeSpan.FromMilliseconds(200),
        };
        _worker = new TrainingWorker(options, kit, TimeProvider.System, this);
        _running = _worker.RunAsync(_stop.Token);
    }

    public FakeKit Kit { get; }

    public ConcurrentQueue<string> Log { get; } = new();

    public void Report(string value) => Log.Enqueue(value);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await _worker.DisposeAsync();
        _stop.Dispose();
    }
}
