using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using AslTutorial.Training.Looks;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Service;

namespace AslTutorial.Web.Tests.Service;

/// <summary>Trains nothing, at the pace the test sets; its checkpoint is the number of epochs done.</summary>
internal sealed class FakeKit : ITrainingKit, ITrainer, ICellPrograms, ILooks
{
    private int _loads;
    private int _devices;

    /// <summary>Epochs that may be finished so far.</summary>
    public SemaphoreSlim Epochs { get; } = new(0);

    public List<int> Trained { get; } = [];

    public List<byte[]?> Resumed { get; } = [];

    public KitFaultException? TorchFault { get; init; }

    /// <summary>Attempts that fail with <see cref="TorchFault"/> before one succeeds.</summary>
    public int FaultyDevices { get; init; } = int.MaxValue;

    /// <summary>Thrown by every training.</summary>
    public Exception? TrainingFault { get; init; }

    public CardMemory? Card { get; set; }

    public KitFaultException? DataFault { get; init; }

    /// <summary>Loads that fail with <see cref="DataFault"/> before one succeeds.</summary>
    public int FaultyLoads { get; init; }

    /// <summary>Whether every epoch waits for an order, and reports it.</summary>
    public bool Steered { get; init; }

    /// <summary>Added to the number of each epoch that is reported.</summary>
    public int EpochsAhead { get; init; }

    public byte? UnreadableCheckpoint { get; init; }

    public DeviceInfo Device { get; } = new("cpu", "CPU, 1 thread", 1);

    public DeviceInfo LoadDevice() => TorchFault is not null && _devices++ < FaultyDevices ? throw TorchFault : Device;

    public CardMemory? ReadCardMemory() => Card;

    public SignData LoadData(CancellationToken cancel) => _loads++ < FaultyLoads
        ? throw DataFault!
        : new SignData(new ImageSet(new byte[784], [0]), new ImageSet(new byte[784], [1]), new DataSetInfo(DataSetInfo.Synthetic, 1, 1, "ab12"));

    /// <summary>How a cell is run; by default at once.</summary>
    public Func<CellOrder, CancellationToken, Task<CellResult>> OnCell { get; set; } = (order, _) => Task.FromResult(Site.Samples.Result(order.Cell));

    /// <summary>The nets that were fetched for looks, as they came.</summary>
    public Dictionary<(Guid, int, long), byte[]> Nets { get; } = [];

    public ILooks CreateLooks(SignData data) => this;

    bool ILooks.NeedsWeights(LookOrder order) => !Nets.ContainsKey((order.RunId, order.Epoch, order.Version));

    void ILooks.Keep(LookOrder order, ReadOnlyMemory<byte> weights) => Nets[(order.RunId, order.Epoch, order.Version)] = weights.ToArray();

    Task<LookResult> ILooks.AnswerAsync(LookOrder order) => Task.FromResult(Site.Samples.Look(order));

    public ICellPrograms CreateCells(SignData data) => this;

    Task<CellResult> ICellPrograms.RunAsync(CellOrder order, CancellationToken cancel) => OnCell(order, cancel);

    public ITrainer CreateTrainer(SignData data) => this;

    public byte[] DrawContactSheet(ImageSet set) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, set.Labels[0]];

    public TrainingOutcome Train(TrainingSettings settings, byte[]? resumeFrom, ITrainingObserver observer, RunControl control, CancellationToken cancel)
    {
        lock (Trained)
        {
            Resumed.Add(resumeFrom);
        }

        if (TrainingFault is not null)
        {
            throw TrainingFault;
        }

        if (resumeFrom is [var damaged] && damaged == UnreadableCheckpoint)
        {
            return new(new RunEnd(RunOutcome.Failed, new RunFailure(RunFailureCodes.CheckpointUnreadable, "It is damaged.")), default);
        }

        var done = resumeFrom?[0] ?? 0;
        for (var epoch = 0; epoch < done; epoch++)
        {
            observer.OnEpoch(Site.Samples.Epoch(epoch + EpochsAhead), Site.Samples.Confusion(epoch), EpochFiles.None);
        }

        for (var epoch = done; epoch < settings.Epochs; epoch++)
        {
            observer.OnBatch(Site.Samples.Batch(epoch, 1));
            try
            {
                if (Steered)
                {
                    control.Wait(cancel);
                    var order = control.Take()!;
                    observer.OnSteered(new(
                        RunSteering.Change(settings.Steering, settings.LearningRate, epoch, 1, order.LearningRate ?? settings.LearningRate),
                        order.Paused,
                        order.StopAfterEpoch ? epoch : null,
                        epoch,
                        1));
                }

                Epochs.Wait(cancel);
            }
            catch (OperationCanceledException)
            {
                return new(new RunEnd(RunOutcome.Cancelled), new byte[] { (byte)epoch });
            }

            lock (Trained)
            {
                Trained.Add(epoch);
            }

            observer.OnEpoch(Site.Samples.Epoch(epoch + EpochsAhead), Site.Samples.Confusion(epoch), new(new[] { (byte)(epoch + 1) }, new[] { (byte)(epoch + 100) }, new[] { (byte)(epoch + 200) }));
        }

        return new(new RunEnd(RunOutcome.Completed), new byte[] { 42, (byte)settings.Epochs });
    }
}
