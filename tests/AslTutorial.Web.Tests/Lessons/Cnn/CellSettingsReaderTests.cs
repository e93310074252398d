using AslTutorial.Training.Contracts;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Lessons.Cnn;

/// <summary>From what is typed in the cells model and dataloader to what a training takes of it.</summary>
public sealed class CellSettingsReaderTests(SharedSite shared)
{
    private readonly string _learner = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Read_NothingChanged_IsTheLessons() => (await ReadAsync()).ShouldBe(new(new CnnOptions(3, 0.2, 0.3), 675, 32));

    [Fact]
    public async Task Read_EveryValueChanged_IsWhatTheCellsSay()
    {
        await TypeAsync("model", "kernel_size", "5");
        await TypeAsync("model", "flattened_size", "75 * 1 * 1");
        await TypeAsync("model", "dropout_block2", "0");
        await TypeAsync("model", "dropout_head", ".5");
        await TypeAsync("dataloader", "BATCH_SIZE", "64");

        (await ReadAsync()).ShouldBe(new(new CnnOptions(5, 0, 0.5), 75, 64));
    }

    [Theory]
    [InlineData("model", "kernel_size", "4")]
    [InlineData("dataloader", "BATCH_SIZE", "many")]
    public async Task Read_ValueThatIsNone_NamesItAndWhy(string cell, string name, string text)
    {
        await TypeAsync(cell, name, text);

        var unread = (await ReadAsync()).Unread.ShouldNotBeNull();
        (unread.Cell, unread.Name).ShouldBe((cell, name));
        unread.Why.ShouldNotBeNullOrWhiteSpace();
    }

    private async Task<CellSettings> ReadAsync() =>
        (await shared.Site.Functions("cnn").ReadAsync(_learner, TestContext.Current.CancellationToken)).Cells;

    private Task TypeAsync(string cell, string name, string text) => shared.Site.TypeAsync(cell, name, text, _learner);
}
