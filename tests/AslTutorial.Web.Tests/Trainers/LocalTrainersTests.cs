using System.Threading.Channels;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class LocalTrainersTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TrainerRegistry _registry = new(TimeProvider.System);
    private readonly Channel<FakeProcess> _started = Channel.CreateUnbounded<FakeProcess>();
    private LocalTrainers? _trainers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_ListOfDevices_StartsATrainerForEach()
    {
        await StartAsync("cuda:1,cpu");

        var started = await StartedAsync(2);

        started.Select(p => p.Plan).ShouldBe([new(1, DeviceChoice.CudaCard(1), null), new(2, DeviceChoice.Cpu, null)]);
        started.Select(p => p.Plan.Id).ShouldBe(["local", "local-2"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public async Task Start_ProcessorsBesideEachOther_ShareTheCores(int? threads)
    {
        await StartAsync("cpu,cpu,cuda", threads);

        var started = await StartedAsync(3);

        var share = threads ?? ThreadCount.Shared(trainers: 2, Environment.ProcessorCount);
        started.Select(p => p.Plan.Threads).ShouldBe([share, share, threads]);
    }

    [Fact]
    public async Task Start_Auto_TheFirstTrainersWordBringsTheOtherCards()
    {
        await StartAsync("auto");
        var first = (await StartedAsync(1))[0];
        first.Plan.ShouldBe(new(1, DeviceChoice.Auto, null));
        Connect(first, new("cuda", "NVIDIA A10", 4, Index: 0, Cards: 3));

        var others = await StartedAsync(2);

        others.Select(p => p.Plan).ShouldBe([new(2, DeviceChoice.CudaCard(1), null), new(3, DeviceChoice.CudaCard(2), null)]);
        Connect(others[0], new("cuda", "NVIDIA A10", 4, Index: 1, Cards: 64));
        await _trainers!.StopAsync(Cancel);
        _started.Reader.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("auto", "cpu", null)]
    [InlineData("auto", "cuda", 1)]
    [InlineData("auto", "cuda", null)]
    [InlineData("cuda", "cuda", 8)]
    [InlineData("cuda:0", "cuda", 8)]
    public async Task Start_NoOtherCardsAreWanted_StaysWithOne(string setting, string kind, int? cards)
    {
        await StartAsync(setting);

        Connect((await StartedAsync(1))[0], new(kind, "It", 4, kind == "cuda" ? 0 : null, cards));

        await _trainers!.StopAsync(Cancel);
        _started.Reader.Count.ShouldBe(0);
        _registry.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Restart_OneOfSeveral_IsThatOne()
    {
        await StartAsync("cpu,cpu");
        var started = await StartedAsync(2);

        _trainers!.Restart("local-2").ShouldBeTrue();

        started.Select(p => p.Restarts).ShouldBe([0, 1]);
        _trainers.Restart("local-3").ShouldBeFalse();
    }

    [Fact]
    public async Task Stop_Several_WaitsForAll()
    {
        await StartAsync("cpu,cpu");
        var started = await StartedAsync(2);

        await _trainers!.StopAsync(Cancel);

        started.ShouldAllBe(p => p.HasEnded);
    }

    [Fact]
    public async Task Run_OneBreaks_EndsTheOthersAndSaysSo()
    {
        await StartAsync("cpu,cpu");
        var started = await StartedAsync(2);

        started[0].Break(new InvalidOperationException("It broke."));

        (await Should.ThrowAsync<InvalidOperationException>(_trainers!.ExecuteTask!.WaitAsync(Patience, Cancel))).Message.ShouldBe("It broke.");
        started[1].HasEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Start_NotWanted_StartsNone()
    {
        await StartAsync("cpu,cpu", start: false);

        await _trainers!.ExecuteTask!.WaitAsync(Patience, Cancel);

        _started.Reader.Count.ShouldBe(0);
        _trainers.Restart("local").ShouldBeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        if (_trainers is not null)
        {
            await _trainers.StopAsync(CancellationToken.None);
            _trainers.Dispose();
        }
    }

    private Task StartAsync(string device, int? threads = null, bool start = true)
    {
        var options = Options.Create(new TrainerOptions { Device = device, Threads = threads, Start = start });
        _trainers = new LocalTrainers(options, plan => new FakeProcess(plan, _registry, _started.Writer), _registry);
        return _trainers.StartAsync(Cancel);
    }

    private async Task<List<FakeProcess>> StartedAsync(int count)
    {
        var started = new List<FakeProcess>();
        while (started.Count < count)
        {
            started.Add(await _started.Reader.ReadAsync(Cancel).AsTask().WaitAsync(Patience, Cancel));
        }

        return [.. started.OrderBy(p => p.Plan.Number)];
    }

    private void Connect(FakeProcess process, DeviceInfo device)
    {
        var link = new TrainerLink(process.Plan.Id, new NoClient(), () => { }, DateTimeOffset.UnixEpoch, NullLogger.Instance, CancellationToken.None)
        {
            KeyName = TrainerKeys.LocalName,
        };
        _registry.Add(link);
        _registry.Describe(link, new(FakeProcess.Machine, process.Plan.Number, TrainerPhase.PreparingData, device, null, null, null, 1));
    }

    /// <summary>Runs until it is told to end; its process has the number of its plan.</summary>
    private sealed class FakeProcess(LocalTrainerPlan plan, TrainerRegistry registry, ChannelWriter<FakeProcess> started) : ILocalTrainerProcess
    {
        public const string Machine = "here";

        private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LocalTrainerPlan Plan => plan;

        public int Restarts { get; private set; }

        public bool HasEnded { get; private set; }

        public void Break(Exception fault) => _broken.SetException(fault);

        public async Task RunAsync(CancellationToken stopping)
        {
            registry.SetLocal(new LocalTrainer(plan, Machine, plan.Number, 0, Fault: null));
            started.TryWrite(this);
            try
            {
                await _broken.Task.WaitAsync(stopping);
            }
            catch (OperationCanceledException)
            {
                await Task.Yield();
            }

            HasEnded = true;
        }

        public bool Restart() => ++Restarts > 0;

        public void Kill(int processId, string reason) => Break(new InvalidOperationException(reason));
    }
}
