using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>What an owner wants changed; null leaves as it is.</summary>
/// <param name="LearningRate">From the next batch on.</param>
/// <param name="Paused">Wait, or go on.</param>
/// <param name="StopAfterEpoch">Complete the run with the epoch that is under way, or not.</param>
/// <param name="ShowAll">Of a replay: show the rest of it at once.</param>
/// <param name="Name">Empty takes it away.</param>
/// <param name="Note">Empty takes it away.</param>
public sealed record RunChange(double? LearningRate = null, bool? Paused = null, bool? StopAfterEpoch = null, string? Name = null, string? Note = null, bool? ShowAll = null)
{
    public const int MaxNameLength = RunRecord.MaxNameLength;
    public const int MaxNoteLength = RunRecord.MaxNoteLength;

    /// <summary>Whether it is of the training itself: an ended one cannot be steered.</summary>
    public bool Steers => LearningRate is not null || Paused is not null || StopAfterEpoch is not null;

    /// <summary>Whether it asks for other numbers, or for an earlier end: nothing that a replay can give.</summary>
    public bool Recomputes => LearningRate is not null || StopAfterEpoch is not null;

    /// <summary>The first fault of each field.</summary>
    public IEnumerable<SettingFault> Faults()
    {
        if (LearningRate is { } rate && !TrainingLimits.IsLearningRate(rate))
        {
            yield return new("learningRate", FormattableString.Invariant(
                $"learningRate is from {TrainingLimits.MinLearningRate} to {TrainingLimits.MaxLearningRate}, not {rate}"));
        }

        if (Name is { } name && (name.Length > MaxNameLength || name.Any(char.IsControl)))
        {
            yield return new("name", $"name is one line of at most {MaxNameLength} characters");
        }

        if (Note is { } note && (note.Length > MaxNoteLength || note.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))))
        {
            yield return new("note", $"note is a text of at most {MaxNoteLength} characters");
        }
    }
}
