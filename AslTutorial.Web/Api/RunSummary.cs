using System.ComponentModel;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Api;

/// <summary>A run in a list.</summary>
internal sealed record RunSummary(
    Guid Id,
    [property: Description("The slug of the lesson it belongs to.")] string Lesson,
    [property: Description("queued, running, paused (without a trainer), completed, cancelled or failed.")] RunState State,
    [property: Description("Place in the queue, 1 for the next to start; null when not queued.")] int? Position,
    [property: Description("Why it failed, one English sentence; null otherwise.")] string? Reason,
    RunSettings Settings,
    [property: Description("Epochs finished so far.")] int EpochsDone,
    [property: Description("The validation accuracy after the last epoch so far, 0 to 1.")] double? LastValidAccuracy,
    [property: Description("The best validation accuracy so far, 0 to 1.")] double? BestValidAccuracy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    [property: Description("Whether the trained weights can be had.")] bool HasWeights,
    [property: Description("lesson, or own where it trains what its learner had filled in; settings.recipe says what that was.")] RunFunctions Functions,
    [property: Description("Where its functions are not as they should be; empty for a right run.")] IReadOnlyList<RecipeDifference> Differences,
    RunSteeringReply Steering,
    [property: Description("The run that it was started to repeat; null for none.")] Guid? RepeatOf,
    [property: Description("Its owner's; null for none.")] string? Name)
{
    public static RunSummary From(RunView run) => new(
        run.Id,
        run.Lesson,
        run.State,
        run.Position,
        run.Failure?.Text,
        RunSettings.From(run.Settings),
        run.Epochs.Count,
        run.Epochs.Count == 0 ? null : run.Epochs[^1].ValidAccuracy,
        run.Epochs.Count == 0 ? null : run.Epochs.Max(e => e.ValidAccuracy),
        run.CreatedAt,
        run.StartedAt,
        run.EndedAt,
        run.HasWeights,
        run.Settings.Recipe is null ? RunFunctions.Lesson : RunFunctions.Own,
        run.Settings.Recipe?.Differences() ?? [],
        RunSteeringReply.From(run),
        run.RepeatOf,
        run.Name);
}
