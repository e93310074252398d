using System.Text.Json;
using AslTutorial.Training.Contracts;
using MessagePack;
using MessagePack.Resolvers;

namespace AslTutorial.Training.Tests.Contracts;

public sealed class TrainingRecipeTests
{
    // The resolvers of SignalR's MessagePack protocol.
    private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard.WithResolver(
        CompositeResolver.Create(DynamicEnumAsStringResolver.Instance, ContractlessStandardResolver.Instance));

    private static readonly TrainingRecipe Odd = new(
        new(RecipeMode.Train, RecipeLoader.Train, "训练 'x'"), new(RecipeMode.Eval, RecipeLoader.Valid, ""), true, false, true);

    [Fact]
    public void Differences_OfTheLessonsOwn_AreNone()
    {
        TrainingRecipe.Lesson.Differences().ShouldBeEmpty();
        new TrainingSettings(Recipe: TrainingRecipe.Lesson).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Differences_OfOneThatDiffersInEverything_AreAllOfThem() =>
        Odd.Differences().ShouldBe(Enum.GetValues<RecipeDifference>());

    [Theory]
    [InlineData("Valid", true)]
    [InlineData("", true)]
    [InlineData("<b>&{0}'\"", true)]
    [InlineData("验证 🖐", true)]
    [InlineData("a\nb", false)]
    [InlineData("a\u202Eb", false)]
    [InlineData(null, false)]
    public void Faults_Word_MustBePrintable(string? word, bool good)
    {
        TrainingRecipe.IsWord(word).ShouldBe(good);
        var recipe = TrainingRecipe.Lesson with { Learning = TrainingRecipe.Lesson.Learning with { Word = word! } };
        new TrainingSettings(Recipe: recipe).Faults().Select(fault => fault.Field).ShouldBe(good ? [] : ["recipe"]);
    }

    [Fact]
    public void Faults_WordOfAnyLength_IsBoundedAndWhole()
    {
        TrainingRecipe.IsWord("a" + new string('\uD83D', 1)).ShouldBeFalse();
        TrainingRecipe.IsWord(new string('x', TrainingRecipe.MaxWordLength)).ShouldBeTrue();
        TrainingRecipe.IsWord(new string('x', TrainingRecipe.MaxWordLength + 1)).ShouldBeFalse();
    }

    [Fact]
    public void Faults_OutOfAMessage_AreFoundAndNotThrown()
    {
        new TrainingSettings(Recipe: new(null!, null!)).Faults().Count.ShouldBe(1);
        new TrainingSettings(Recipe: Odd with { Learning = Odd.Learning with { Mode = (RecipeMode)7 } }).Faults().Count.ShouldBe(1);
        new TrainingSettings(Recipe: Odd with { Learning = Odd.Learning with { Loader = (RecipeLoader)7 } }).Faults().Count.ShouldBe(1);
    }

    [Fact]
    public void Serialize_OrderWithARecipe_ComesBackWhole()
    {
        var order = new RunOrder(new(Guid.NewGuid(), 3), new(Epochs: 2, Recipe: Odd), Resume: true);

        Copy<RunOrder, RunOrder>(order).ShouldBe(order);
        JsonSerializer.Deserialize<TrainingSettings>(JsonSerializer.Serialize(order.Settings)).ShouldBe(order.Settings);
    }

    [Fact]
    public void Serialize_OrderForAnOwnNet_ComesBackWhole()
    {
        var order = new RunOrder(new(Guid.NewGuid(), 3), new(Cnn: new(5, 0.4, 0)), Resume: false);

        Copy<RunOrder, RunOrder>(order).ShouldBe(order);
        JsonSerializer.Deserialize<TrainingSettings>(JsonSerializer.Serialize(order.Settings)).ShouldBe(order.Settings);
        new TrainingSettings(Cnn: new()).ShouldBe(new TrainingSettings());
    }

    // As they were written before there were recipes.
    [Fact]
    public void Deserialize_SettingsWithoutARecipe_HaveNone()
    {
        Copy<OldSettings, TrainingSettings>(new(ModelKind.Dense, 2, 16, .01, 5, null)).ShouldBe(new(ModelKind.Dense, 2, 16, .01, 5));
        JsonSerializer.Deserialize<TrainingSettings>("""{"Model":1,"Epochs":2,"BatchSize":16,"LearningRate":0.01,"Seed":5,"TrainLimit":null}""")
            .ShouldBe(new(ModelKind.Dense, 2, 16, .01, 5));
    }

    private static TOut Copy<TIn, TOut>(TIn message)
    {
        var cancel = TestContext.Current.CancellationToken;
        return MessagePackSerializer.Deserialize<TOut>(MessagePackSerializer.Serialize(message, Options, cancel), Options, cancel);
    }

    public sealed record OldSettings(ModelKind Model, int Epochs, int BatchSize, double LearningRate, long Seed, int? TrainLimit);
}
