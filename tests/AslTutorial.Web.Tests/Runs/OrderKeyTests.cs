using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Tests.Runs;

public sealed class OrderKeyTests
{
    /// <summary>One for each setting that there is: a setting that is added and forgotten fails the test.</summary>
    private static readonly Dictionary<string, TrainingSettings> Others = new()
    {
        [nameof(TrainingSettings.Model)] = new(ModelKind.Dense),
        [nameof(TrainingSettings.Epochs)] = new(Epochs: 21),
        [nameof(TrainingSettings.BatchSize)] = new(BatchSize: 33),
        [nameof(TrainingSettings.LearningRate)] = new(LearningRate: 0.0010000001),
        [nameof(TrainingSettings.Seed)] = new(Seed: 2),
        [nameof(TrainingSettings.TrainLimit)] = new(TrainLimit: 320),
        [nameof(TrainingSettings.Recipe)] = new(Recipe: TrainingRecipe.Lesson with { ShufflesTrain = false }),
        [nameof(TrainingSettings.Cnn)] = new(Cnn: new(5, 0.2, 0.3)),
        [nameof(TrainingSettings.Steering)] = new(Steering: new([new RateChange(1, 0, 0.01)])),
    };

    [Fact]
    public void Of_EachOtherSetting_IsAnotherOrder()
    {
        Others.Keys.ShouldBe(typeof(TrainingSettings).GetProperties().Where(p => p.CanWrite).Select(p => p.Name), ignoreOrder: true);
        Others.Values.Append(new()).Select(OrderKey.Of).ShouldBeUnique();
    }

    [Fact]
    public void Of_WhatTrainsTheSame_IsTheSameOrder()
    {
        OrderKey.Of(new(Recipe: TrainingRecipe.Lesson, Cnn: CnnOptions.Lesson)).ShouldBe(OrderKey.Of(new()));
        OrderKey.Of(Others[nameof(TrainingSettings.Steering)]).ShouldBe(OrderKey.Of(new(Steering: new([new RateChange(1, 0, 0.01)]))));
    }
}
