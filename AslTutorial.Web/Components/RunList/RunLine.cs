using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.RunList;

/// <summary>The data of a run in a list: small enough to be persisted with the prerendered page.</summary>
public sealed record RunLine(
    Guid Id,
    RunState State,
    int? Position,
    ModelKind Model,
    int EpochsDone,
    int Epochs,
    int? TrainLimit,
    RunResult? Result,
    string? DataKind,
    string? FailureCode,
    DateTimeOffset CreatedAt,
    TrainingRecipe? Recipe = null,
    CnnOptions? Cnn = null,
    int BatchSize = TrainingSettings.DefaultBatchSize,
    string? Name = null,
    double LearningRate = RunLine.LessonRate,
    long Seed = RunLine.LessonSeed,
    bool IsSteered = false,
    bool IsPaused = false)
{
    public const double LessonRate = 0.001;
    public const long LessonSeed = 1;

    public bool IsActive => !State.IsEnded();

    /// <summary>Whether it trains wrong functions.</summary>
    public bool IsMarked() => Recipe?.Differences().Count > 0;

    public static RunLine Of(RunView run) => new(
        run.Id,
        run.State,
        run.Position,
        run.Settings.Model,
        run.Epochs.Count,
        run.Settings.Epochs,
        run.Settings.TrainLimit,
        RunResult.Of(run.Epochs),
        run.DataSet?.Kind,
        run.Failure?.Code,
        run.CreatedAt,
        run.Settings.Recipe,
        run.Settings.Cnn,
        run.Settings.BatchSize,
        run.Name,
        run.Settings.LearningRate,
        run.Settings.Seed,
        run.Settings.Steering is not null,
        run.Helm.IsPaused);

    public RunLine With(EpochResult epoch) => this with
    {
        EpochsDone = Math.Max(EpochsDone, epoch.Epoch + 1),
        Result = epoch.Epoch < EpochsDone ? Result : RunResult.After(Result, epoch),
    };
}
