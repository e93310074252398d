using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Loop.Pieces;
using AslTutorial.Training.Loop.Steps;
using AslTutorial.Training.Models;
using AslTutorial.Training.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>One run, from its start or its checkpoint to its last epoch.</summary>
/// <param name="settings">Checked already.</param>
/// <param name="tensors">Of the net that the settings name; the run fills them.</param>
/// <param name="graphs">Recorded steps.</param>
/// <param name="way">Where it lets looks go ahead.</param>
internal sealed class TrainingRun(
    TrainingSettings settings, TrainingTensors tensors, StepGraphs graphs, DeviceData train, DeviceData valid, string dataDigest, TorchDevice device, GiveWay way, TimeProvider time)
{
    private readonly TrainingRecipe _recipe = settings.Recipe ?? TrainingRecipe.Lesson;
    private readonly List<EpochResult> _history = [];
    private readonly List<ConfusionMatrix> _confusions = [];

    /// <summary>The weights after the last epoch that ended well, empty before the first.</summary>
    public ReadOnlyMemory<byte> Weights { get; private set; }

    /// <exception cref="OperationCanceledException">Cancelled, within one batch.</exception>
    /// <exception cref="RunFaultException">It cannot go on.</exception>
    public void Run(byte[]? resumeFrom, ITrainingObserver observer, RunControl control, CancellationToken cancel)
    {
        using var subset = Subset();
        var trainLoader = new ImageLoader(train, subset, _recipe.ShufflesTrain, settings.BatchSize, device.Device);
        var validLoader = new ImageLoader(valid, subset: null, _recipe.ShufflesValid, settings.BatchSize, device.Device);
        var (learned, measured) = (Loader(_recipe.Learning), Loader(_recipe.Measuring));
        using var crew = Crew.For(device);
        using var measuring = Measuring(measured, crew);
        var program = new NetProgram(tensors.Net, settings.HasLessonNet ? null : true);
        using var steps = MakeSteps(program, learned, crew);
        Begin(resumeFrom, observer);
        var helm = new Helm(settings, control, rate => tensors.Adam.LearningRate.fill_(rate), observer.OnSteered, time);
        var meter = new ProgressMeter(time, learned.Plan.Batches, () => helm.Epochs);
        var trainer = new EpochTrainer(settings, learned, steps, helm, trainLoader.Count, meter, way, observer.OnBatch);

        // <listing>
        for (var epoch = _history.Count; helm.Begins(epoch, cancel); epoch++)
        {
            var start = time.GetTimestamp();
            var waitedBefore = helm.Waited;
            var before = _recipe.MeasuresFirst ? Measure(measuring, program, epoch, meter, cancel) : null;
            var trainStart = time.GetTimestamp();
            var trained = trainer.Run(epoch, cancel);
            var waited = helm.Waited - waitedBefore;
            var trainSeconds = (time.GetElapsedTime(trainStart) - waited).TotalSeconds;
            var validated = before ?? Measure(measuring, program, epoch, meter, cancel);
            _history.Add(new(
                epoch,
                trained.LossSum,
                trained.LossSum / learned.Plan.Batches,
                (double)trained.Correct / trainLoader.Count,
                validated.LossSum,
                validated.LossSum / measured.Plan.Batches,
                (double)validated.Correct / validLoader.Count,
                (time.GetElapsedTime(start) - waited).TotalSeconds,
                trainSeconds,
                device.Info.Name));
            _confusions.Add(validated.Confusion);
            Weights = NetFile.Write(tensors.Net);
            var checkpoint = CheckpointFile.Write(new(helm.Settings, dataDigest, _history, _confusions, tensors.Export()));
            observer.OnEpoch(_history[^1], validated.Confusion, new(checkpoint, Weights, Predictions(measured.Data, validated)));
        }
        // </listing>

        ImageLoader Loader(RecipeFunction function) => function.Loader == RecipeLoader.Train ? trainLoader : validLoader;
    }

    private byte[] Predictions(DeviceData data, MeasuredTotals measured) => new ImagePredictions(
        ReferenceEquals(data, train) ? ImageSetName.Train : ImageSetName.Valid, data.Classes, measured.Predictions.Letters, measured.Predictions.Probabilities).Write();

    private ITrainingSteps MakeSteps(NetProgram program, ImageLoader loader, Crew? crew)
    {
        var dropsOut = settings.Model == ModelKind.Cnn && _recipe.Learning.Mode == RecipeMode.Train;
        var images = Math.Min(loader.Plan.BatchSize, loader.Count);
        if (crew is not null && settings.HasLessonNet)
        {
            return new PieceSteps(crew, tensors, dropsOut ? new(settings, images, device.Device) : null, images);
        }

        var isEval = settings.Model == ModelKind.Cnn && !dropsOut;
        if (!isEval && ReferenceEquals(loader.Data, train) && graphs.Find(program, tensors, settings) is { } graph)
        {
            return new ScriptSteps(program, tensors, graph.Masks, graph);
        }

        return new ScriptSteps(program, tensors, dropsOut ? new(settings, images, device.Device) : null);
    }

    // The dense net has neither dropout nor batch normalisation, so train and eval mode are the same.
    private IMeasuring Measuring(ImageLoader loader, Crew? crew)
    {
        if (settings.Model != ModelKind.Cnn || _recipe.Measuring.Mode == RecipeMode.Eval)
        {
            return new Validation(loader, settings.Seed, device.Device, crew, way);
        }

        return crew is null || !settings.HasLessonNet
            ? new TrainModeMeasuring(loader, settings, device.Device)
            : new PieceMeasuring(crew, tensors, loader, settings.Seed);
    }

    private MeasuredTotals Measure(IMeasuring measuring, NetProgram program, int epoch, ProgressMeter meter, CancellationToken cancel)
    {
        var start = time.GetTimestamp();
        var totals = measuring.Run(program, epoch, cancel);
        meter.EndValidation(time.GetElapsedTime(start).TotalSeconds);
        return double.IsFinite(totals.LossSum)
            ? totals
            : throw new RunFaultException(new(
                RunFailureCodes.LossNotFinite,
                $"The loss is not a finite number in the validation of epoch {epoch} (counted from 0); a smaller learning rate may help.",
                epoch));
    }

    /// <summary>After the steps were made: recording them leaves nothing of what the tensors held.</summary>
    private void Begin(byte[]? resumeFrom, ITrainingObserver observer)
    {
        if (resumeFrom is null)
        {
            tensors.Start(settings);
            observer.OnStart(NetFile.Write(tensors.Net));
            return;
        }

        var checkpoint = Restore(resumeFrom);
        for (var epoch = 0; epoch < checkpoint.History.Count; epoch++)
        {
            _history.Add(checkpoint.History[epoch]);
            _confusions.Add(checkpoint.Confusions[epoch]);
            observer.OnEpoch(checkpoint.History[epoch], checkpoint.Confusions[epoch], EpochFiles.None);
        }

        if (_history is [.., var last] && last.Device != device.Info.Name)
        {
            observer.OnNote($"The run goes on with {device.Info.Name}; so far it had {last.Device}.");
        }

        Weights = NetFile.Write(tensors.Net);
    }

    private Checkpoint Restore(byte[] file)
    {
        try
        {
            var checkpoint = CheckpointFile.Read(file);
            if (CheckpointMatch.Fault(checkpoint, settings, dataDigest) is { } fault)
            {
                throw Unreadable(fault);
            }

            tensors.Restore(checkpoint);
            return checkpoint;
        }
        catch (SafeTensorsException fault)
        {
            throw Unreadable(fault.Message);
        }
    }

    private static RunFaultException Unreadable(string reason) =>
        new(new(RunFailureCodes.CheckpointUnreadable, $"The run cannot go on from its checkpoint: {reason}"));

    /// <summary>The images of a limited run, drawn with the run's seed; null for all of them.</summary>
    private Tensor? Subset()
    {
        if (settings.TrainLimit is not { } limit || limit >= train.Count)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        using var generator = SeededGenerator.Create(SeedStream.Subset(settings.Seed));
        return randperm(train.Count, ScalarType.Int64, generator: generator)
            .slice(0, 0, limit, 1).to(device.Device).clone().DetachFromDisposeScope();
    }
}
