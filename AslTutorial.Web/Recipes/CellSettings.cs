using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Recipes;

/// <summary>What the learner's cells set of a training, run or not.</summary>
/// <param name="Cnn">Of cell model.</param>
/// <param name="FlattenedSize">Of cell model: what its first Linear expects.</param>
/// <param name="BatchSize">Of cell dataloader.</param>
/// <param name="Unread">The first value that cannot be read; the default stands in for it.</param>
public sealed record CellSettings(CnnOptions Cnn, int FlattenedSize, int BatchSize, UnreadValue? Unread = null)
{
    /// <summary>Of cells in which nothing was changed.</summary>
    public static CellSettings Lesson { get; } = new(CnnOptions.Lesson, new NetShape(ModelKind.Cnn).FlattenedSize, TrainingSettings.DefaultBatchSize);
}
