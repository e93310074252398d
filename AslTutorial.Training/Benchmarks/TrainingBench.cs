using System.Diagnostics;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Loop.Pieces;
using AslTutorial.Training.Loop.Steps;
using AslTutorial.Training.Native;
using AslTutorial.Training.Native.Graphs;
using static TorchSharp.torch;

namespace AslTutorial.Training.Benchmarks;

/// <summary>The bench command's work: data, step, epoch, layers.</summary>
internal static class TrainingBench
{
    private const int Steps = 200;

    /// <summary>A GPU is waited for after so many steps: waiting after each would time the orders and not the work.</summary>
    private const int StepsAtOnce = 50;

    private const int DeviceEpochs = 5;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BenchReport Run(SignDataOptions options, TorchDevice device, ICudaGraphs graphs, int batchSize, CancellationToken cancel)
    {
        using var grad = no_grad();
        var (loaded, loadMilliseconds) = Timed(() => SignDataSource.Load(options, null, cancel));
        var (_, cachedMilliseconds) = Timed(() => SignDataSource.Load(options, null, cancel));
        var (train, deviceMilliseconds) = Timed(() => OnDevice(loaded.Train, device));
        using var tensors = new TrainingTensors(ModelKind.Cnn, train.Count, device.Device);
        using var masks = new DropoutMasks(new(), batchSize, device.Device);
        using var recorded = new StepGraphs(graphs, train);
        masks.Seed(1);
        using var crew = Crew.For(device);
        var first = Measurement.Once(() => new NetProgram(tensors.Net).Step(train, arange(batchSize, ScalarType.Int64, device.Device), tensors, masks));
        var ways = Ways(tensors, masks, recorded, device, batchSize, crew)
            .Select(way =>
            {
                var (step, processor) = MeasureSteps(way.Steps, train, device, batchSize, cancel);
                return new StepTime(way.Name, step, processor, way.Trained is null ? null : Epoch(way.Trained, loaded, graphs, batchSize, cancel).Last.Seconds);
            })
            .ToList();
        var parts = crew is null ? [] : MeasureParts(crew, tensors, train, device, batchSize, cancel);
        var layers = device.IsCuda ? [] : new LayerBench(tensors, train, masks, batchSize).Run();
        var (epoch, reports) = Epoch(device, loaded, graphs, batchSize, cancel);
        train.Dispose();
        return new(
            device.Info.Name, device.Info.Threads, batchSize, loaded.Info.Kind, loadMilliseconds, cachedMilliseconds,
            deviceMilliseconds, first, ways[0].Milliseconds, ways, parts, epoch.TrainSeconds, epoch.Seconds - epoch.TrainSeconds, epoch.Seconds, reports, layers);
    }

    /// <summary>As runs are trained first, then what else there is: so that the choice rests on figures.</summary>
    /// <returns>With the device to train an epoch that way as well, which the first way's is in any case.</returns>
    private static IEnumerable<(string Name, ITrainingSteps Steps, TorchDevice? Trained)> Ways(
        TrainingTensors tensors, DropoutMasks masks, StepGraphs recorded, TorchDevice device, int batchSize, Crew? crew)
    {
        var own = new NetProgram(tensors.Net);
        if (device.IsCuda)
        {
            if (recorded.Find(own, tensors, new(BatchSize: batchSize)) is { } graph)
            {
                yield return ("recorded", new ScriptSteps(own, tensors, graph.Masks, graph), null);
            }

            yield return ("one by one", new ScriptSteps(own, tensors, masks), null);
            var other = new NetProgram(tensors.Net, plain: false);
            yield return ("the CPU's script, one by one", new ScriptSteps(other, tensors, masks), null);
            yield break;
        }

        if (crew is null)
        {
            yield return ("undivided", new ScriptSteps(own, tensors, masks), null);
            yield break;
        }

        using (var divided = new PieceSteps(crew, tensors, new(new(), batchSize, device.Device), batchSize))
        {
            yield return ($"divided, {crew.Threads} threads", divided, null);
        }

        // libtorch starts threads of its own; they are not the ones the trainer divides a batch among.
        set_num_threads(crew.Threads);
        var undivided = device with { Info = DeviceInfo.Cpu(1) };
        yield return ($"undivided, {crew.Threads} threads of libtorch", new ScriptSteps(own, tensors, masks), undivided);
        set_num_threads(1);
        yield return ("undivided, 1 thread", new ScriptSteps(own, tensors, masks), null);
    }

    private static List<PartTime> MeasureParts(Crew crew, TrainingTensors tensors, DeviceData train, TorchDevice device, int batchSize, CancellationToken cancel)
    {
        using var steps = new PieceSteps(crew, tensors, new(new(), batchSize, device.Device), batchSize);
        crew.Times = new(crew.Threads, steps.Parts.Count);
        var (measured, _) = MeasureSteps(steps, train, device, batchSize, cancel);
        var (times, each) = (crew.Times, 1.0 / (crew.Threads * (measured.Calls + Measurement.WarmUp)));
        crew.Times = null;
        return [.. steps.Parts.Select((part, i) => new PartTime(part.Name, times.Work(i) * each, times.Wait(i) * each))];
    }

    private static (Measurement Step, double ProcessorMilliseconds) MeasureSteps(ITrainingSteps steps, DeviceData train, TorchDevice device, int batchSize, CancellationToken cancel)
    {
        using var order = randperm(train.Count, ScalarType.Int64).to(device.Device);
        var plan = new BatchPlan(train.Count, batchSize);
        var (batch, count) = (0, 0);
        void Step()
        {
            count++;
            cancel.ThrowIfCancellationRequested();
            if (batch == 0)
            {
                steps.BeginEpoch(1);
            }

            using var index = order.slice(0, plan.Start(batch), plan.End(batch), 1);
            steps.Step(train, index);
            batch = (batch + 1) % Math.Max(1, train.Count / batchSize);
        }

        Step();
        var before = Environment.CpuUsage.TotalTime;
        var measured = device.IsCuda
            ? Measurement.OfMany(Steps / StepsAtOnce, StepsAtOnce, Step, () => cuda.synchronize())
            : Measurement.Of(Steps, Step);
        return (measured, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (count - 1));
    }

    private static DeviceData OnDevice(ImageSet set, TorchDevice device)
    {
        var data = new DeviceData(set, device.Device);
        _ = device.IsCuda ? data.Scaled : data.Moments;
        return data;
    }

    private static (EpochResult Last, double ReportsPerSecond) Epoch(TorchDevice device, SignData data, ICudaGraphs graphs, int batchSize, CancellationToken cancel)
    {
        using var trainer = new TorchTrainer(device, data, graphs);
        trainer.WarmUp();
        var last = new LastEpoch();
        // On a GPU an epoch is too short for many reports.
        var epochs = device.IsCuda ? DeviceEpochs : 1;
        var (_, milliseconds) = Timed(() => trainer.Train(new(Epochs: epochs, BatchSize: batchSize), null, last, cancel));
        cancel.ThrowIfCancellationRequested();
        return (last.Result ?? throw new InvalidOperationException("The epoch failed."), last.Reports / milliseconds * 1000);
    }

    private static (T Result, double Milliseconds) Timed<T>(Func<T> action)
    {
        var start = Stopwatch.GetTimestamp();
        var result = action();
        return (result, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
