using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Notebooks;

public class LessonPlacesTests(SharedSite shared)
{
    private readonly string _learner = Guid.NewGuid().ToString("N");

    [Theory]
    [InlineData("predict:who-shuffles", "answer", "weights")]
    [InlineData("predict:reshape-shape", "answer", "5 1 28 28")]
    [InlineData("predict:reshape-shape", "skipped", "yes")]
    [InlineData("reveal:solution-dataset", "open", "yes")]
    [InlineData("train-validate", "first_name", "validate")]
    public async Task SetValue_PlaceThatNoProgramReads_IsKept(string cell, string name, string text)
    {
        (await shared.Site.TypeAsync(cell, name, text, _learner)).ShouldBeNull();
        (await shared.Site.OpenAsync(_learner)).Values[(cell, name)].ShouldBe(text);
    }

    [Theory]
    [InlineData("predict:no-such", "answer")]
    [InlineData("predict:who-shuffles", "other")]
    [InlineData("reveal:no-such", "open")]
    [InlineData("train-validate", "no_such")]
    [InlineData("predict:", "answer")]
    public async Task SetValue_NotInTheLesson_IsRefused(string cell, string name)
    {
        (await shared.Site.TypeAsync(cell, name, "1", _learner)).ShouldNotBeNull();
        (await shared.Site.OpenAsync(_learner)).Values.ShouldBeEmpty();
    }
}
