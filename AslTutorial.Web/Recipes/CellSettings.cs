using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Recipes;

/// <summary>The training settings in the learner's cells, whether these were run or not.</summary>
/// <param name="Cnn">From cell model.</param>
/// <param name="FlattenedSize">From cell model: the input size of its first Linear.</param>
/// <param name="BatchSize">From cell dataloader.</param>
/// <param name="Unread">The first value that cannot be read; its default is used.</param>
public sealed record CellSettings(CnnOptions Cnn, int FlattenedSize, int BatchSize, UnreadValue? Unread = null)
{
    /// <summary>With nothing changed.</summary>
    public static CellSettings Lesson { get; } = new(CnnOptions.Lesson, new NetShape(ModelKind.Cnn).FlattenedSize, TrainingSettings.DefaultBatchSize);
}

/// <summary>A value in a cell that cannot be read.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Name">The value's name in the code.</param>
/// <param name="Why">The reason, in the reader's language.</param>
public sealed record UnreadValue(string Cell, string Name, string Why);
