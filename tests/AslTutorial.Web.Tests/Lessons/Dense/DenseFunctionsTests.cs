using AslTutorial.Web.Recipes;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Lessons.Dense;

/// <summary>Lesson 2 trains the lesson's net: it takes the batch size of the cells and says what else it does not take.</summary>
public sealed class DenseFunctionsTests(SharedSite shared)
{
    private readonly string _learner = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NothingWritten_IsTheLessonsAndConcernsNoExercise()
    {
        var own = await ReadAsync();

        own.State.ShouldBe(OwnFunctionsState.NotAsked);
        own.Cells.ShouldBe(CellSettings.Lesson);
        (own.Recipe, own.Exercises.Count).ShouldBe((null, 0));
    }

    [Fact]
    public async Task Read_BatchSizeInTheCell_IsTaken_AndOneThatIsNoneNamed()
    {
        await TypeAsync("loaders", "BATCH_SIZE", "64");
        (await ReadAsync()).Cells.BatchSize.ShouldBe(64);

        await TypeAsync("loaders", "BATCH_SIZE", "many");
        (await ReadAsync()).Cells.Unread.ShouldNotBeNull().Cell.ShouldBe("loaders");
    }

    [Fact]
    public async Task Read_OtherNetInTheGaps_NamesTheExercise()
    {
        foreach (var (gap, text) in new[]
        {
            ("inputs", "input_size"), ("first_activation", "nn.Identity()"), ("hidden", "512"), ("second_activation", "nn.ReLU()"), ("outputs", "n_classes"),
        })
        {
            await TypeAsync("model", gap, text);
        }

        (await ReadAsync()).Exercises.ShouldHaveSingleItem().Id.ShouldBe("model");
        await TypeAsync("model", "first_activation", "nn.ReLU()");
        (await ReadAsync()).Exercises.ShouldBeEmpty();
    }

    private Task<OwnFunctions> ReadAsync() => shared.Site.Functions("dense").ReadAsync(_learner, Cancel);

    private async Task TypeAsync(string cell, string name, string text) =>
        await shared.Site.Notebooks().SetValueAsync(_learner, "dense", cell, name, text, Cancel);
}
