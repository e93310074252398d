using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Training;

/// <summary>Sentences shared by several parts of the training panel, in the reader's language.</summary>
internal sealed class TrainingPhrases(IStringLocalizer<TrainingTexts> texts)
{
    public string State(RunState state) => texts["State." + state];

    public string Model(ModelKind model) => texts["Model." + model];

    public string Settings(TrainingSettings settings)
    {
        IEnumerable<string> parts =
        [
            Model(settings.Model),
            .. OwnNet(settings.Cnn),
            texts[settings.Epochs == 1 ? "Summary.EpochsOne" : "Summary.Epochs", settings.Epochs],
            texts["Summary.BatchSize", settings.BatchSize],
            texts["Summary.LearningRate", settings.LearningRate],
            texts["Summary.Seed", settings.Seed],
            settings.TrainLimit is { } limit ? texts["Summary.TrainLimit", limit] : texts["Summary.AllImages"],
        ];
        if (settings.Recipe is { } recipe)
        {
            parts = parts.Append(texts[recipe.Differences().Count == 0 ? "Summary.Own" : "Summary.Wrong"]);
        }

        return string.Join(texts["List.Separator"], parts);
    }

    /// <summary>The learner's own settings in the cells; empty if they are the lesson's.</summary>
    public string Own(CnnOptions? cnn, int batchSize)
    {
        var parts = OwnNet(cnn);
        return string.Join(
            texts["List.Separator"],
            batchSize == TrainingSettings.DefaultBatchSize ? parts : parts.Append(texts["Summary.BatchSize", batchSize]));
    }

    /// <summary>Why the settings in the cells cannot be trained; null if they can.</summary>
    /// <param name="batchSize">The batch size of the run to be started.</param>
    public string? Unrunnable(CellSettings cells, ModelKind model, int batchSize)
    {
        var isCnn = model == ModelKind.Cnn;
        if (cells.Unread is { } unread && (isCnn || unread.Name == "BATCH_SIZE"))
        {
            return texts["Cells.Unread", unread.Cell, unread.Why];
        }

        if (!isCnn)
        {
            return null;
        }

        var net = new NetShape(model, cells.Cnn.KernelSize);
        if (net.Unfit is var (convolution, side))
        {
            return texts["Cells.Unfit", net.KernelSize, convolution, side];
        }

        return net.LinearFault(cells.FlattenedSize, batchSize) is { } fault
            ? texts["Cells.Linear", net.FlattenedSize, cells.FlattenedSize, fault].Value
            : null;
    }

    /// <summary>How the functions differ from the lesson's; empty for right ones.</summary>
    public string Differences(TrainingRecipe recipe) =>
        string.Join(texts["Functions.Separator"], recipe.Differences().Select(difference => texts[$"Difference.{difference}"]));

    /// <summary>Whose functions a run trains with.</summary>
    public string Functions(TrainingRecipe? recipe) => recipe switch
    {
        null => texts["Page.Functions.Lesson"],
        _ when recipe.Differences().Count == 0 => texts["Page.Functions.Own"],
        _ => texts["Page.Functions.Wrong", Differences(recipe)],
    };

    public string DataSet(DataSetInfo data) => data.Kind switch
    {
        DataSetInfo.SignMnist => texts["Data.SignMnist"],
        DataSetInfo.Synthetic => texts["Data.Synthetic"],
        _ => data.Kind,
    };

    /// <summary>A CPU is described in the reader's language; a GPU keeps its name.</summary>
    public string Device(string name) => DeviceInfo.CpuThreads(name) switch
    {
        null => name,
        1 => texts["Device.CpuOne"],
        { } threads => texts["Device.Cpu", threads],
    };

    /// <summary>The devices that trained the run, in order; null before a trainer has taken it.</summary>
    public string? Devices(RunView run)
    {
        List<string> devices = [.. run.Epochs.Select(epoch => epoch.Device).Append(run.Device ?? "").Where(name => name.Length > 0).Distinct()];
        return devices.Count == 0 ? null : string.Join(" → ", devices.Select(Device));
    }

    /// <summary>Rounded for readers: "45 s", "3 min 20 s", "1 h 5 min".</summary>
    public string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 10 => texts["Time.Tenths", time.TotalSeconds],
        < 60 => texts["Time.Seconds", (int)time.TotalSeconds],
        < 3600 => texts["Time.Minutes", (int)time.TotalMinutes, time.Seconds],
        _ => texts["Time.Hours", (int)time.TotalHours, time.Minutes],
    };

    /// <summary>Coarser than a measured time, because it is an estimate.</summary>
    public string TimeLeft(double seconds) => seconds switch
    {
        < 5 => texts["Left.Moment"],
        < 60 => texts["Left.Seconds", (int)(Math.Ceiling(seconds / 5) * 5)],
        < 5400 => texts["Left.Minutes", (int)Math.Ceiling(seconds / 60)],
        _ => texts["Left.Hours", (int)(seconds / 3600), (int)(seconds % 3600 / 60)],
    };

    /// <summary>The fault of a setting; the service's own message for fields that the form does not have.</summary>
    public string Fault(SettingFault fault) => fault.Field switch
    {
        "epochs" => texts["Fault.Whole", TrainingLimits.MinEpochs, fault.Most ?? TrainingLimits.MaxEpochs],
        "batchSize" => texts["Fault.Whole", TrainingLimits.MinBatchSize, TrainingLimits.MaxBatchSize],
        "learningRate" => texts["Fault.LearningRate"],
        "seed" => texts["Fault.Whole", TrainingLimits.MinSeed, TrainingLimits.MaxSeed],
        "trainLimit" => texts["Fault.Whole", TrainingLimits.MinTrainLimit, TrainingLimits.MaxTrainLimit],
        _ => fault.Message,
    };

    public (string Why, string WhatToDo) Failure(RunFailure failure) => failure.Code switch
    {
        RunFailureCodes.LossNotFinite => (
            failure is { Epoch: { } epoch, Batch: { } batch } ? texts["Failure.LossNotFinite.At", epoch + 1, batch + 1] : texts["Failure.LossNotFinite"],
            texts["Failure.LossNotFinite.Do"]),
        RunFailureCodes.OutOfMemory => (texts["Failure.OutOfMemory"], texts["Failure.OutOfMemory.Do"]),
        RunFailureCodes.CheckpointUnreadable => (texts["Failure.CheckpointUnreadable"], texts["Failure.CheckpointUnreadable.Do"]),
        RunFailureCodes.TrainerLostTooOften => (texts["Failure.TrainerLostTooOften"], texts["Failure.TrainerLostTooOften.Do"]),
        _ => (texts["Failure.Internal"], texts["Failure.Internal.Do"]),
    };

    private IEnumerable<string> OwnNet(CnnOptions? cnn)
    {
        var (kernel, dropout, headDropout) = cnn ?? CnnOptions.Lesson;
        if (kernel != CnnOptions.Lesson.KernelSize)
        {
            yield return texts["Net.Kernel", kernel];
        }

        if (!dropout.Equals(CnnOptions.Lesson.Dropout))
        {
            yield return texts["Net.Dropout", dropout];
        }

        if (!headDropout.Equals(CnnOptions.Lesson.HeadDropout))
        {
            yield return texts["Net.HeadDropout", headDropout];
        }
    }
}
