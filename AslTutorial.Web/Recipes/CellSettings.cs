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

/// <summary>A value in a cell that cannot be read.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Name">The value's name in the code.</param>
/// <param name="Why">The reason, in the reader's language.</param>
public sealed record UnreadValue(string Cell, string Name, string Why);
