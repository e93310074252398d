using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Checkpoints;

/// <summary>Whether a run may go on from a checkpoint: it must be of the same settings and data; only epochs may be added.</summary>
internal static class CheckpointMatch
{
    /// <returns>One sentence, or null if it may.</returns>
    public static string? Fault(Checkpoint checkpoint, TrainingSettings settings, string dataDigest)
    {
        var then = checkpoint.Settings;
        var difference =
            Difference("model", then.Model, settings.Model)
            ?? Difference("batch size", then.BatchSize, settings.BatchSize)
            ?? Difference("learning rate", then.LearningRate, settings.LearningRate)
            ?? Difference("seed", then.Seed, settings.Seed)
            ?? Difference("training limit", then.TrainLimit, settings.TrainLimit)
            ?? Difference("kernel size", then.CnnOrLesson.KernelSize, settings.CnnOrLesson.KernelSize)
            ?? Difference("dropout", then.CnnOrLesson.Dropout, settings.CnnOrLesson.Dropout)
            ?? Difference("dropout of the head", then.CnnOrLesson.HeadDropout, settings.CnnOrLesson.HeadDropout);
        if (difference is not null)
        {
            return difference;
        }

        if ((then.Recipe ?? TrainingRecipe.Lesson) != (settings.Recipe ?? TrainingRecipe.Lesson))
        {
            return "It was trained with other functions.";
        }

        if (RunSteering.Before(then.Steering, checkpoint.History.Count) != RunSteering.Before(settings.Steering, checkpoint.History.Count))
        {
            return "It was steered otherwise.";
        }

        if (checkpoint.DataDigest != dataDigest)
        {
            return "It was trained on other data.";
        }

        return checkpoint.History.Count > settings.Epochs
            ? $"It has {checkpoint.History.Count} epochs already, more than the {settings.Epochs} of the run."
            : null;
    }

    private static string? Difference<T>(string name, T then, T now) => EqualityComparer<T>.Default.Equals(then, now)
        ? null
        : FormattableString.Invariant($"It was trained with the {name} {Show(then)}, and the run has {Show(now)}.");

    private static object Show<T>(T value) => value is null ? "none" : value;
}
