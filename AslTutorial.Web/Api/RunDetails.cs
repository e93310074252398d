using System.ComponentModel;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Api;

/// <summary>A run with all its data.</summary>
internal sealed record RunDetails(
    Guid Id,
    [property: Description("The slug of the lesson it belongs to.")] string Lesson,
    [property: Description("queued, running, paused (without a trainer), completed, cancelled or failed.")] RunState State,
    [property: Description("Place in the queue, 1 for the next to start; null when not queued.")] int? Position,
    [property: Description("Why it failed, one English sentence; null otherwise.")] string? Reason,
    [property: Description("The failure with its code and place; null when it has not failed.")] RunFailure? Failure,
    RunSettings Settings,
    [property: Description("Every epoch so far, in order.")] IReadOnlyList<EpochResult> Epochs,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    [property: Description("What it is trained on, once a trainer has taken it.")] string? Device,
    [property: Description("The data set it is trained on, once a trainer has taken it.")] DataSetInfo? DataSet,
    [property: Description("How often it lost its trainer and went back to the queue.")] int Interruptions,
    [property: Description("Whether the trained weights can be had.")] bool HasWeights,
    [property: Description("lesson, or own where it trains what its learner had filled in; settings.recipe says what that was.")] RunFunctions Functions,
    [property: Description("Where its functions are not as they should be; empty for a right run.")] IReadOnlyList<RecipeDifference> Differences,
    RunSteeringReply Steering,
    [property: Description("Whether others show the same computation while it goes on: cancelling takes only this run out, and steering has it computed for itself from its last epoch.")] bool Shared,
    [property: Description("When and for how long it was computed, if that was before it was ordered: its epochs are then shown one after the other, PATCH with showAll shows the rest. Null where it is computed for it.")] RunReplay? Replay,
    [property: Description("The run that it was started to repeat; null for none.")] Guid? RepeatOf,
    [property: Description("Its owner's; null for none.")] string? Name,
    [property: Description("Its owner's; null for none.")] string? Note)
{
    public static RunDetails From(RunView run) => new(
        run.Id,
        run.Lesson,
        run.State,
        run.Position,
        run.Failure?.Text,
        run.Failure,
        RunSettings.From(run.Settings),
        run.Epochs,
        run.CreatedAt,
        run.StartedAt,
        run.EndedAt,
        run.Device,
        run.DataSet,
        run.Interruptions,
        run.HasWeights,
        run.Settings.Recipe is null ? RunFunctions.Lesson : RunFunctions.Own,
        run.Settings.Recipe?.Differences() ?? [],
        RunSteeringReply.From(run),
        run.IsShared,
        run.Replay,
        run.RepeatOf,
        run.Name,
        run.Note);
}
