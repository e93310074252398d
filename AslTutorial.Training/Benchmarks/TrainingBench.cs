using System.Diagnostics;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using AslTutorial.Training.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Benchmarks;

/// <summary>The bench command's work: data, step, epoch, layers.</summary>
internal static class TrainingBench
{
    private const int Steps = 200;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BenchReport Run(SignDataOptions options, TorchDevice device, int batchSize, CancellationToken cancel)
    {
        using var grad = no_grad();
        var (loaded, loadMilliseconds) = Timed(() => SignDataSource.Load(options, null, cancel));
        var (_, cachedMilliseconds) = Timed(() => SignDataSource.Load(options, null, cancel));
        var (train, deviceMilliseconds) = Timed(() => OnDevice(loaded.Train, device));
        using var valid = new DeviceData(loaded.Valid, device.Device);
        using var net = NetState.Create(ModelKind.Cnn, 1, device.Device);
        using var adam = AdamState.For(net);
        using var masks = new DropoutMasks(batchSize, 1, device.Device);
        using var totals = new RunningTotals(device.Device);
        using var order = randperm(train.Count, ScalarType.Int64).to(device.Device);
        var program = new NetProgram(net);
        var batch = 0;
        void Step()
        {
            cancel.ThrowIfCancellationRequested();
            var start = batch++ * batchSize % (train.Count - batchSize + 1);
            program.Step(train, order.slice(0, start, start + batchSize, 1), adam, masks, totals, 0.001, batch);
            if (device.IsCuda)
            {
                // Without reading something back, only the launch would be timed.
                totals.Read();
            }
        }

        var first = Measurement.Once(Step);
        var step = Measurement.Of(Steps, Step);
        var layers = new LayerBench(net, adam, train, masks, totals, batchSize).Run();
        var epoch = Epoch(device, loaded, batchSize, cancel);
        train.Dispose();
        return new(
            device.Info.Name, device.Info.Threads, batchSize, loaded.Info.Kind, loadMilliseconds, cachedMilliseconds,
            deviceMilliseconds, first, step, epoch.TrainSeconds, epoch.Seconds - epoch.TrainSeconds, epoch.Seconds, layers);
    }

    private static DeviceData OnDevice(ImageSet set, TorchDevice device)
    {
        var data = new DeviceData(set, device.Device);
        _ = data.Moments;
        return data;
    }

    private static EpochResult Epoch(TorchDevice device, SignData data, int batchSize, CancellationToken cancel)
    {
        using var trainer = new TorchTrainer(device, data);
        trainer.WarmUp();
        var last = new LastEpoch();
        trainer.Train(new(Epochs: 1, BatchSize: batchSize), null, last, cancel);
        cancel.ThrowIfCancellationRequested();
        return last.Result ?? throw new InvalidOperationException("The epoch failed.");
    }

    private static (T Result, double Milliseconds) Timed<T>(Func<T> action)
    {
        var start = Stopwatch.GetTimestamp();
        var result = action();
        return (result, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
