using System.ComponentModel;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Api;

/// <summary>All settings of a run in one flat object.</summary>
internal sealed record RunSettings(
    ModelKind Model,
    int Epochs,
    int BatchSize,
    double LearningRate,
    long Seed,
    int? TrainLimit,
    [property: Description("The learner's own two functions; null where the lesson's train.")] TrainingRecipe? Recipe,
    [property: Description("Side of the kernels of the three convolutions; null for dense.")] int? KernelSize,
    [property: Description("Length of the vector that Flatten makes; null for dense.")] int? FlattenedSize,
    [property: Description("Dropout of block 2; null for dense.")] double? Dropout,
    [property: Description("Dropout of the head; null for dense.")] double? HeadDropout,
    [property: Description("Every change of the learning rate while it trained, or that is planned: from that batch on, both counted from 0.")] IReadOnlyList<RateChange> Steering)
{
    public static RunSettings From(TrainingSettings settings)
    {
        var cnn = settings.Model == ModelKind.Cnn ? settings.CnnOrLesson : null;
        return new(
            settings.Model,
            settings.Epochs,
            settings.BatchSize,
            settings.LearningRate,
            settings.Seed,
            settings.TrainLimit,
            settings.Recipe,
            cnn?.KernelSize,
            cnn is null ? null : settings.Net.FlattenedSize,
            cnn?.Dropout,
            cnn?.HeadDropout,
            settings.Steering?.Rates ?? []);
    }
}
