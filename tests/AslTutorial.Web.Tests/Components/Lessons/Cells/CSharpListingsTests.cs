using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Components.Lessons.Cells;

namespace AslTutorial.Web.Tests.Components.Lessons.Cells;

public sealed class CSharpListingsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Find_CellOfTheLesson_ItsCompiledSourceColoured(string language)
    {
        var listing = new CSharpListings(TaughtLessons.Course).Find("cnn", "model", language).ShouldNotBeNull();
        var texts = listing.Spans.OfType<ListingSpan.Text>().ToList();
        texts.ShouldContain(text => text.Characters.Contains("Conv2d"));
        texts.ShouldContain(text => text.Kind == TokenKind.Keyword);
    }

    [Fact]
    public void Find_NoSuchCell_Null() => new CSharpListings(TaughtLessons.Course).Find("cnn", "no-such-cell", "en").ShouldBeNull();
}
