using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.ContactSheets;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Looks;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;
using AslTutorial.Training.Native.Cards;
using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Service;

/// <summary>Trains with libtorch.</summary>
/// <param name="loss">Ends the process where a cell loses the device.</param>
internal sealed class TorchKit(TorchOptions torch, SignDataOptions data, DeviceLoss loss, IProgress<string> progress) : ITrainingKit, IDisposable
{
    private const int SheetSeed = 1;

    private readonly GiveWay _way = new(TimeProvider.System);
    private TorchDevice? _device;
    private CardMemoryReader? _card;
    private TorchTrainer? _trainer;
    private TorchCells? _cells;
    private LookRunner? _looks;

    public DeviceInfo LoadDevice()
    {
        try
        {
            _device = TorchRuntime.Load(torch);
            _card = _device.IsCuda ? CardMemoryReader.ForDevice(Math.Max(0, _device.Device.index)) : null;
            return _device.Info;
        }
        catch (TorchUnavailableException e)
        {
            throw new KitFaultException(e.Fault, e.Message, needsNewProcess: !e.CanPassHere, e);
        }
    }

    public CardMemory? ReadCardMemory() => _card?.Read();

    public SignData LoadData(CancellationToken cancel)
    {
        try
        {
            return SignDataSource.Load(data, progress, cancel);
        }
        catch (SignDataException e)
        {
            throw new KitFaultException(e.ToFault(), e.Message, cause: e);
        }
    }

    public ICellPrograms CreateCells(SignData signs) =>
        _cells = new TorchCells(new(TaughtLessons.Programs, _device ?? throw new InvalidOperationException("The device is loaded first."), loss: loss), signs);

    public ILooks CreateLooks(SignData signs) => _looks = new LookRunner(signs, _way);

    public ITrainer CreateTrainer(SignData signs)
    {
        _trainer?.Dispose();
        try
        {
            var device = _device ?? throw new InvalidOperationException("The device is loaded first.");
            _trainer = new TorchTrainer(device, signs, GraphTrial.Open(device, torch, progress), way: _way);
            _trainer.WarmUp();
            return _trainer;
        }
        catch (Exception e) when (TorchFaults.IsOne(e))
        {
            var isMemory = TorchFaults.IsMemory(e);
            throw new KitFaultException(
                TrainerFault.Of(isMemory ? TrainerFaultCodes.DeviceMemory : TrainerFaultCodes.DeviceFailed),
                isMemory ? $"The device has not enough memory for the data set: {TorchFaults.Reason(e)}." : $"The device cannot compute: {TorchFaults.Reason(e)}.",
                needsNewProcess: !isMemory,
                e);
        }
    }

    public byte[] DrawContactSheet(ImageSet set) => ContactSheet.Render(set, SheetSeed);

    public void Dispose()
    {
        _looks?.Dispose();
        _cells?.Dispose();
        _trainer?.Dispose();
    }
}
