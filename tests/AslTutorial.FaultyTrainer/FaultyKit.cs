using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using AslTutorial.Training.Looks;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Service;

namespace AslTutorial.FaultyTrainer;

/// <summary>Trains nothing, and fails in the ways that the files of a folder name, for as long as they are there.</summary>
internal sealed class FaultyKit(string folder) : ITrainingKit, ITrainer, ICellPrograms, ILooks
{
    /// <summary>No device can be used, as libtorch has it: for the life of the process.</summary>
    public const string NoDevice = "no-device";

    /// <summary>Each run loses the device in its first batch.</summary>
    public const string LosesDevice = "loses-device";

    /// <summary>Each epoch takes a moment.</summary>
    public const string Slow = "slow";

    /// <summary>The next training stands still in its first batch, deaf to all, as in a call that does not return; its file is gone then.</summary>
    public const string Stalls = "stalls";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private bool _hasFailed;

    public DeviceInfo Device { get; } = DeviceInfo.Cpu(1);

    public DeviceInfo LoadDevice()
    {
        _hasFailed |= Has(NoDevice);
        return _hasFailed
            ? throw new KitFaultException(TrainerFault.Of(TrainerFaultCodes.NoCudaDevice), $"No CUDA device can be used, says {folder}.", needsNewProcess: true)
            : Device;
    }

    public CardMemory? ReadCardMemory() => null;

    public SignData LoadData(CancellationToken cancel) =>
        new(new ImageSet(new byte[784], [0]), new ImageSet(new byte[784], [1]), new DataSetInfo(DataSetInfo.Synthetic, 1, 1, "ab12"));

    public ICellPrograms CreateCells(SignData data) => this;

    public ILooks CreateLooks(SignData data) => this;

    public bool NeedsWeights(LookOrder order) => false;

    public void Keep(LookOrder order, ReadOnlyMemory<byte> weights)
    {
    }

    public Task<LookResult> AnswerAsync(LookOrder order) => Task.FromResult(new LookResult([], new(LookFaultCodes.Internal, "This trainer knows no net.")));

    public ITrainer CreateTrainer(SignData data) => this;

    public byte[] DrawContactSheet(ImageSet set) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, set.Labels[0]];

    public Task<CellResult> RunAsync(CellOrder order, CancellationToken cancel) => Task.FromResult(new CellResult([], 0, []));

    public TrainingOutcome Train(TrainingSettings settings, byte[]? resumeFrom, ITrainingObserver observer, RunControl control, CancellationToken cancel)
    {
        if (Has(LosesDevice))
        {
            throw new LibtorchException("CUDA error: device-side assert triggered\nCompile with `TORCH_USE_CUDA_DSA` to enable device-side assertions.");
        }

        if (Has(Stalls))
        {
            File.Delete(Path.Combine(folder, Stalls));
            Thread.Sleep(Timeout.Infinite);
        }

        var done = resumeFrom?[0] ?? 0;
        for (var epoch = 0; Has(Slow) && epoch < settings.Epochs; epoch++)
        {
            // What the checkpoint remembers is told once more: its epoch may not have been, before the process was killed.
            if (epoch >= done && cancel.WaitHandle.WaitOne(Moment))
            {
                return new(new RunEnd(RunOutcome.Cancelled), new byte[] { (byte)epoch });
            }

            observer.OnEpoch(
                new(epoch, 1, 1, 0.5, 1, 1, 0.5, 0.1, 0.1, Device.Name),
                new([.. new int[SignClasses.Count * SignClasses.Count]]),
                epoch < done ? EpochFiles.None : new(new[] { (byte)(epoch + 1) }, default, default));
        }

        return new(new RunEnd(RunOutcome.Completed), new byte[] { 42 });
    }

    private bool Has(string name) => File.Exists(Path.Combine(folder, name));
}
