using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>The changes that an owner asks for; null leaves a value as it is.</summary>
/// <param name="LearningRate">From the next batch on.</param>
/// <param name="Paused">True pauses, false continues.</param>
/// <param name="StopAfterEpoch">True: complete the run with the current epoch; false takes that back.</param>
/// <param name="ShowAll">Only for a replay: show the rest at once.</param>
/// <param name="Name">An empty text removes it.</param>
/// <param name="Note">An empty text removes it.</param>
public sealed record RunChange(double? LearningRate = null, bool? Paused = null, bool? StopAfterEpoch = null, string? Name = null, string? Note = null, bool? ShowAll = null)
{
    public const int MaxNameLength = RunRecord.MaxNameLength;
    public const int MaxNoteLength = RunRecord.MaxNoteLength;

    /// <summary>Whether it changes the training itself, which an ended run does not allow.</summary>
    public bool Steers => LearningRate is not null || Paused is not null || StopAfterEpoch is not null;

    /// <summary>Whether it changes the results, which a replay does not allow.</summary>
    public bool Recomputes => LearningRate is not null || StopAfterEpoch is not null;

    /// <summary>The first fault of each field, if any.</summary>
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
