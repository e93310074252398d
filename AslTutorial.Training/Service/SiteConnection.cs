using System.Net;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Training.Service;

/// <summary>The connection to the site's hub: made again and again, for as long as the trainer lives.</summary>
internal sealed class SiteConnection : IAsyncDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    private readonly ServiceOptions _options;
    private readonly TimeProvider _time;
    private readonly IProgress<string> _log;
    private readonly HubConnection _hub;
    private readonly Lock _lock = new();
    private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _lastFault;

    public SiteConnection(ServiceOptions options, TimeProvider time, IProgress<string> log)
    {
        (_options, _time, _log) = (options, time, log);
        _hub = new HubConnectionBuilder()
            .WithUrl(new Uri(options.Server, TrainerRoutes.Hub), http => http.AccessTokenProvider = () => Task.FromResult<string?>(options.Key))
            .AddMessagePackProtocol()
            .Build();
        _hub.ServerTimeout = Silence;
        _hub.KeepAliveInterval = KeepAlive;
        _hub.HandshakeTimeout = Silence;
        _hub.Closed += _ =>
        {
            lock (_lock)
            {
                _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _closed.TrySetResult();
            }

            return Task.CompletedTask;
        };
    }

    public void OnTrain(Action<RunOrder> handler) => _hub.On(nameof(ITrainerClient.Train), handler);

    public void OnCancel(Action<RunLease> handler) => _hub.On(nameof(ITrainerClient.Cancel), handler);

    public void OnSteer(Action<RunLease, SteerOrder> handler) => _hub.On(nameof(ITrainerClient.Steer), handler);

    /// <summary>Its handler holds up no other message: SignalR does not wait for a result that the site waits for.</summary>
    public void OnRunCell(Func<Guid, CellOrder, Task<CellResult>> handler) => _hub.On(nameof(ITrainerClient.RunCell), handler);

    /// <summary>As with cells, its handler holds up no other message.</summary>
    public void OnLook(Func<LookOrder, Task<LookResult>> handler) => _hub.On(nameof(ITrainerClient.Look), handler);

    /// <summary>The same.</summary>
    public void OnPing(Func<Task<bool>> handler) => _hub.On(nameof(ITrainerClient.Ping), handler);

    public void OnInterruptCell(Action<Guid> handler) => _hub.On(nameof(ITrainerClient.InterruptCell), handler);

    /// <summary>Whether reports can be sent now.</summary>
    public bool IsReady
    {
        get
        {
            lock (_lock)
            {
                return _ready.Task.IsCompleted;
            }
        }
    }

    /// <summary>Until the site is connected and knows who this is.</summary>
    public Task WaitReadyAsync(CancellationToken cancel)
    {
        lock (_lock)
        {
            return _ready.Task.WaitAsync(cancel);
        }
    }

    public Task<bool> CallAsync(string method, object?[] arguments, CancellationToken cancel) =>
        _hub.InvokeCoreAsync<bool>(method, arguments, cancel);

    public Task SendAsync(string method, object?[] arguments, CancellationToken cancel) =>
        _hub.SendCoreAsync(method, arguments, cancel);

    /// <param name="introduce">Called on every connection, before anything else is sent on it.</param>
    public async Task RunAsync(Func<CancellationToken, Task> introduce, CancellationToken cancel)
    {
        var retry = new Retry(_options.ShortestRetry, _options.LongestRetry, _time);
        while (true)
        {
            Task closed;
            lock (_lock)
            {
                _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                closed = _closed.Task;
            }

            try
            {
                await _hub.StartAsync(cancel);
                await introduce(cancel);
                BecomeReady(closed);
                retry.Reset();
                Tell($"Connected to {_options.Server}.");
                await closed.WaitAsync(cancel);
                Tell($"The connection to {_options.Server} is lost; trying again.");
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                Tell(e is HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden }
                    ? $"{_options.Server} refuses the key; trying again."
                    : $"{_options.Server} cannot be reached ({e.Message}); trying again.");
                await _hub.StopAsync(cancel);
            }

            await retry.WaitAsync(cancel);
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private void BecomeReady(Task closed)
    {
        lock (_lock)
        {
            if (!closed.IsCompleted)
            {
                _ready.TrySetResult();
            }
        }
    }

    /// <summary>A site that is away for hours is told of once.</summary>
    private void Tell(string fault)
    {
        if (fault != _lastFault)
        {
            _lastFault = fault;
            _log.Report(fault);
        }
    }
}
