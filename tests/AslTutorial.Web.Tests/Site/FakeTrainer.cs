using System.Net.Http.Headers;
using System.Threading.Channels;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Trainers;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Site;

/// <summary>A trainer that speaks the real hub and does what the test says.</summary>
internal sealed class FakeTrainer : IAsyncDisposable
{
    public const string Machine = "test";
    public const long Memory = 1 << 20;

    public static readonly DeviceInfo Device = new("cpu", "CPU, 1 thread", 1);
    public static readonly DataSetInfo Data = new(DataSetInfo.Synthetic, 27_455, 7_172, "ab12");

    public const string Program = "0123abcd";

    /// <summary>As a real trainer's.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static int _processes;

    private readonly HubConnection _hub;
    private readonly HttpClient _http;
    private readonly int _process = Interlocked.Increment(ref _processes);
    private readonly string _program;

    private FakeTrainer(TestSite site, string key, string program)
    {
        _program = program;
        _hub = new HubConnectionBuilder()
            .WithUrl(new Uri(site.Address, TrainerRoutes.Hub), o => o.AccessTokenProvider = () => Task.FromResult<string?>(key))
            .AddMessagePackProtocol()
            .Build();
        _hub.KeepAliveInterval = KeepAlive;
        _hub.On<RunOrder>(nameof(ITrainerClient.Train), order => Orders.Writer.TryWrite(order));
        _hub.On<RunLease>(nameof(ITrainerClient.Cancel), lease => Cancels.Writer.TryWrite(lease));
        _hub.On<RunLease, SteerOrder>(nameof(ITrainerClient.Steer), (lease, order) => Steers.Writer.TryWrite((lease, order)));
        _hub.On<Guid, CellOrder, CellResult>(nameof(ITrainerClient.RunCell), RunCellAsync);
        _hub.On<Guid>(nameof(ITrainerClient.InterruptCell), id => Interrupts.Writer.TryWrite(id));
        _hub.On<LookOrder, LookResult>(nameof(ITrainerClient.Look), order => OnLook(order));
        _http = new HttpClient { BaseAddress = site.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public int ProcessId => _process;

    public Channel<RunOrder> Orders { get; } = Channel.CreateUnbounded<RunOrder>();

    public Channel<(RunLease Lease, SteerOrder Order)> Steers { get; } = Channel.CreateUnbounded<(RunLease, SteerOrder)>();

    public Channel<RunLease> Cancels { get; } = Channel.CreateUnbounded<RunLease>();

    /// <summary>The cells it was ordered to run, answered or not.</summary>
    public Channel<(Guid Id, CellOrder Order)> Cells { get; } = Channel.CreateUnbounded<(Guid, CellOrder)>();

    public Channel<Guid> Interrupts { get; } = Channel.CreateUnbounded<Guid>();

    /// <summary>What it answers for a cell; by default the cell's name, at once.</summary>
    public Func<CellOrder, Task<CellResult>> OnCell { get; set; } = order => Task.FromResult(Samples.Result(order.Cell));

    /// <summary>What it answers a look; by default a file that says which it was.</summary>
    public Func<LookOrder, Task<LookResult>> OnLook { get; set; } = order => Task.FromResult(Samples.Look(order));

    public HttpClient Http => _http;

    /// <summary>As if the site had started it.</summary>
    public LocalTrainer AsLocal(int number = 1, int restarts = 0) =>
        new(new LocalTrainerPlan(number, DeviceChoice.Cpu, Threads: null), Machine, ProcessId, restarts, Fault: null);

    public static async Task<FakeTrainer> ConnectAsync(TestSite site, string? key = null, string program = Program)
    {
        // By default as one that the site has started itself.
        var trainer = new FakeTrainer(site, key ?? site.Services.GetRequiredService<TrainerKeys>().Local, program);
        await trainer._hub.StartAsync(TestContext.Current.CancellationToken);
        return trainer;
    }

    /// <summary>Connected, and waiting for an order.</summary>
    public static async Task<FakeTrainer> ReadyAsync(TestSite site, string program = Program)
    {
        var trainer = await ConnectAsync(site, program: program);
        (await trainer.DescribeAsync(TrainerPhase.Idle)).ShouldBeTrue();
        return trainer;
    }

    public Task<bool> DescribeAsync(TrainerPhase phase, RunLease? current = null, TrainerFault? fault = null, DataSetInfo? data = null, CardMemory? card = null, string? program = null) =>
        _hub.InvokeAsync<bool>(
            nameof(ITrainerHub.Describe),
            new TrainerDescription(Machine, _process, phase, Device, data ?? Data, current, fault?.Text, Memory, fault?.Code, card, program ?? _program),
            TestContext.Current.CancellationToken);

    public Task<bool> DescribeAsync(TrainerDescription description) =>
        _hub.InvokeAsync<bool>(nameof(ITrainerHub.Describe), description, TestContext.Current.CancellationToken);

    public Task<RunOrder> NextOrderAsync() => NextAsync(Orders);

    public Task<RunLease> NextCancelAsync() => NextAsync(Cancels);

    public Task<(RunLease Lease, SteerOrder Order)> NextSteerAsync() => NextAsync(Steers);

    public Task<bool> SteeredAsync(RunLease lease, SteeredRun steered) =>
        _hub.InvokeAsync<bool>(nameof(ITrainerHub.ReportSteered), lease, steered, TestContext.Current.CancellationToken);

    public Task BatchAsync(RunLease lease, BatchProgress progress) =>
        _hub.InvokeAsync(nameof(ITrainerHub.ReportBatch), lease, progress, TestContext.Current.CancellationToken);

    public Task<bool> EpochAsync(RunLease lease, EpochResult result) =>
        _hub.InvokeAsync<bool>(nameof(ITrainerHub.ReportEpoch), lease, result, Samples.Confusion(result.Epoch), TestContext.Current.CancellationToken);

    public Task<bool> EpochAsync(RunLease lease, int epoch) => EpochAsync(lease, Samples.Epoch(epoch));

    public Task<bool> EndAsync(RunLease lease, RunOutcome outcome = RunOutcome.Completed, RunFailure? failure = null) =>
        _hub.InvokeAsync<bool>(nameof(ITrainerHub.ReportEnd), lease, new RunEnd(outcome, failure), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PutWeightsAsync(RunLease lease, byte[] bytes) => PutAsync(TrainerRoutes.Weights(lease.RunId), lease, bytes);

    public Task<HttpResponseMessage> PutCheckpointAsync(RunLease lease, byte[] bytes) => PutAsync(TrainerRoutes.Checkpoint(lease.RunId), lease, bytes);

    public Task<HttpResponseMessage> PutEpochWeightsAsync(RunLease lease, int epoch, byte[] bytes) => PutAsync(TrainerRoutes.EpochWeights(lease.RunId, epoch), lease, bytes);

    public Task<HttpResponseMessage> PutEpochPredictionsAsync(RunLease lease, int epoch, ImagePredictions predictions) =>
        PutAsync(TrainerRoutes.EpochPredictions(lease.RunId, epoch), lease, predictions.Write());

    public Task<(Guid Id, CellOrder Order)> NextCellAsync() => NextAsync(Cells);

    /// <summary>As when its process is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _http.Dispose();
    }

    private async Task<T> NextAsync<T>(Channel<T> channel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The trainer, which is {_hub.State}, was told no {typeof(T).Name}.");
        }
    }

    private Task<CellResult> RunCellAsync(Guid id, CellOrder order)
    {
        Cells.Writer.TryWrite((id, order));
        return OnCell(order);
    }

    private async Task<HttpResponseMessage> PutAsync(string route, RunLease lease, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        return await _http.PutAsync(new Uri($"{route}?fence={lease.Fence}", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
