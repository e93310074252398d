using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Listings;

namespace AslTutorial.Lessons.Tests.Listings;

/// <summary>The marks in the listings of lesson 3.</summary>
public sealed class CnnListingTests
{
    [Theory]
    [InlineData("peek", "rows")]
    [InlineData("dataloader", "BATCH_SIZE")]
    [InlineData("model", "kernel_size", "flattened_size", "dropout_block2", "dropout_head")]
    [InlineData("setup")]
    public void Cell_Parameters_InTheOrderOfTheCode(string cell, params string[] names)
    {
        foreach (var language in LessonLanguages.All)
        {
            var found = Cell(cell, language);
            found.Parameters.Select(p => p.Name).ShouldBe(names);
            found.Python.Spans.OfType<ListingSpan.Parameter>().Select(p => p.Name).ShouldBe(names);
            found.Parameters.ShouldAllBe(p => p.Label.Length > 0);
        }
    }

    [Fact]
    public void Model_Facts_ShapesOfTheLayersThatChangeThem()
    {
        var facts = Cell("model", "en").Python.Spans.OfType<ListingSpan.Fact>().ToList();
        facts.ShouldBe(
        [
            new("layer.0.shape", "25 x 28 x 28"), new("layer.3.shape", "25 x 14 x 14"),
            new("layer.4.shape", "50 x 14 x 14"), new("layer.8.shape", "50 x 7 x 7"),
            new("layer.9.shape", "75 x 7 x 7"), new("layer.12.shape", "75 x 3 x 3"),
            new("layer.13.shape", "675"), new("layer.17.shape", "24"),
        ]);
    }

    [Theory]
    [InlineData("zh-CN", "# 第一块")]
    [InlineData("en", "# Block 1")]
    public void Model_Comments_InTheReadersLanguage(string language, string comment)
    {
        var comments = Cell("model", language).Python.Spans.OfType<ListingSpan.Text>()
            .Where(t => t.Kind == TokenKind.Comment).Select(t => t.Characters).ToList();
        comments.ShouldContain(comment);
        comments.ShouldNotContain(c => c.Contains("en:", StringComparison.Ordinal) || c.Contains("zh-CN:", StringComparison.Ordinal));
    }

    private static LessonCell Cell(string id, string language) =>
        new LessonLibrary(Repository.Lessons, Repository.WebRoot).Find("cnn", language)!.Cells.Single(c => c.Id == id);
}
