using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.ContactSheets;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;
using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Worker;

/// <summary>Trains with libtorch.</summary>
internal sealed class TorchKit(TorchOptions torch, SignDataOptions data, IProgress<string> progress) : ITrainingKit, IDisposable
{
    private const int SheetSeed = 1;

    private TorchDevice? _device;
    private TorchTrainer? _trainer;
    private TorchCells? _cells;

    public DeviceInfo LoadDevice()
    {
        try
        {
            _device = TorchRuntime.Load(torch);
            return _device.Info;
        }
        catch (TorchUnavailableException e)
        {
            throw new KitFaultException(e.Message, e);
        }
    }

    public SignData LoadData(CancellationToken cancel)
    {
        try
        {
            return SignDataSource.Load(data, progress, cancel);
        }
        catch (SignDataException e)
        {
            throw new KitFaultException(e.Message, e);
        }
    }

    public ICellPrograms CreateCells(SignData signs) =>
        _cells = new TorchCells(new(_device ?? throw new InvalidOperationException("The device is loaded first.")), signs);

    public ITrainer CreateTrainer(SignData signs)
    {
        try
        {
            var device = _device ?? throw new InvalidOperationException("The device is loaded first.");
            _trainer = new TorchTrainer(device, signs, GraphTrial.Open(device, torch, progress));
            _trainer.WarmUp();
            return _trainer;
        }
        catch (Exception e) when (TorchFaults.IsOne(e))
        {
            throw new KitFaultException(TorchFaults.Describe(e).Text, e);
        }
    }

    public byte[] DrawContactSheet(ImageSet set) => ContactSheet.Render(set, SheetSeed);

    public void Dispose()
    {
        _cells?.Dispose();
        _trainer?.Dispose();
    }
}
