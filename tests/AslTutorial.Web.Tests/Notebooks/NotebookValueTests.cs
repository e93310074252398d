using System.Globalization;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Notebooks;

public class NotebookValueTests(SharedSite shared)
{
    private readonly string _learner = Guid.NewGuid().ToString("n");

    [Theory]
    [InlineData("peek", "rows", "20")]
    [InlineData("peek", "rows", "１２")]
    [InlineData("model", "kernel_size", "7")]
    [InlineData("model", "flattened_size", "75 * 3 * 3")]
    [InlineData("model", "dropout_block2", ".5")]
    [InlineData("model", "dropout_head", "0")]
    [InlineData("dataset", "label", "label")]
    [InlineData("dataset", "label", "")]
    [InlineData("dataset", "channels", "-3")]
    [InlineData("dataloader", "train_shuffle", ", shuffle = True")]
    [InlineData("train-validate", "first_name", "validate")]
    public async Task SetValue_Readable_IsKeptWithoutAWord(string cell, string name, string text)
    {
        (await shared.Site.TypeAsync(cell, name, text, _learner)).ShouldBeNull();

        (await shared.Site.OpenAsync(_learner)).Values[(cell, name)].ShouldBe(text);
    }

    [Theory]
    [InlineData("peek", "rows", "", "1 到 20", "from 1 to 20")]
    [InlineData("peek", "rows", "5.5", "1 到 20", "from 1 to 20")]
    [InlineData("peek", "rows", "0", "1 到 20", "from 1 to 20")]
    [InlineData("peek", "rows", "1e9", "1 到 20", "from 1 to 20")]
    [InlineData("peek", "rows", "99999999999999999999", "1 到 20", "from 1 to 20")]
    [InlineData("model", "kernel_size", "4", "1、3、5、7", "1, 3, 5, 7")]
    [InlineData("model", "dropout_head", "NaN", "0 到 0.9", "from 0 to 0.9")]
    [InlineData("model", "dropout_head", "0.95", "0 到 0.9", "from 0 to 0.9")]
    [InlineData("dataset", "label", "'label", "引号", "quote")]
    [InlineData("dataset", "label", "__import__('os')", "。", ".")]
    [InlineData("dataset", "width", "28 // 0", "零", "zero")]
    public async Task SetValue_Faulty_IsKeptAndExplainedInBothLanguages(string cell, string name, string text, string chinese, string english)
    {
        (await InAsync("zh-CN", () => shared.Site.TypeAsync(cell, name, text, _learner))).ShouldNotBeNull().ShouldContain(chinese);
        (await InAsync("en", () => shared.Site.TypeAsync(cell, name, text, _learner))).ShouldNotBeNull().ShouldContain(english);

        (await shared.Site.OpenAsync(_learner)).Values.ShouldContainKey((cell, name));
    }

    [Theory]
    [InlineData("peek", "no-such")]
    [InlineData("no-such", "rows")]
    [InlineData("first-batch", "rows")]
    public async Task SetValue_NoSuchPlace_IsRefused(string cell, string name)
    {
        (await shared.Site.TypeAsync(cell, name, "1", _learner)).ShouldNotBeNull();

        (await shared.Site.OpenAsync(_learner)).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task SetValue_TooLong_IsRefusedAndTheOldOneStays()
    {
        await shared.Site.TypeAsync("dataset", "label", "'label'", _learner);
        await shared.Site.TypeAsync("dataset", "width", new string('x', CellLimits.MaxTextLength), _learner);

        (await shared.Site.TypeAsync("dataset", "label", new string('x', CellLimits.MaxTextLength + 1), _learner)).ShouldNotBeNull();
        (await shared.Site.TypeAsync("dataset", "label", new string('1', 1 << 20), _learner)).ShouldNotBeNull();

        var values = (await shared.Site.OpenAsync(_learner)).Values;
        values[("dataset", "label")].ShouldBe("'label'");
        values[("dataset", "width")].Length.ShouldBe(CellLimits.MaxTextLength);
    }

    [Fact]
    public async Task SetValue_Null_TakesItBack()
    {
        await shared.Site.TypeAsync("peek", "rows", "9", _learner);

        (await shared.Site.TypeAsync("peek", "rows", null, _learner)).ShouldBeNull();

        (await shared.Site.OpenAsync(_learner)).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task SetValue_ManyAtOnce_LosesNoneAndFailsNever()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => shared.Site.TypeAsync(
            "dataset", i % 2 == 0 ? "width" : "height", i.ToString(CultureInfo.InvariantCulture), _learner)));

        (await shared.Site.OpenAsync(_learner)).Values.Count.ShouldBe(2);
    }

    [Fact]
    public async Task SetValue_NotebookFull_OnlyChangesWhatIsThere()
    {
        var notebooks = shared.Site.Services.GetRequiredService<OpenNotebooks>();
        var key = new NotebookKey(_learner, NotebookSite.Lesson);
        for (var i = 0; i < NotebookWrites.MaxValues; i++)
        {
            await notebooks.ChangeAsync(key, new ValueTyped("cell", $"name{i}", "1"));
        }

        (await shared.Site.TypeAsync("peek", "rows", "9", _learner)).ShouldNotBeNull().ShouldContain("200");
        var content = (await notebooks.OpenAsync(key, TestContext.Current.CancellationToken)).Content;
        (content.HasRoom("cell", "name7"), content.HasRoom("cell", "other")).ShouldBe((true, false));
    }

    private static async Task<T> InAsync<T>(string culture, Func<Task<T>> call)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return await call();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
