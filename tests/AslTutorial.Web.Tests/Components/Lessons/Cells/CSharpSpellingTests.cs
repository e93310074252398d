using AslTutorial.Web.Components.Lessons.Cells;

namespace AslTutorial.Web.Tests.Components.Lessons.Cells;

public sealed class CSharpSpellingTests
{
    private static readonly string[] Python = ["valid_loader", "train_loader", "IMG_CHS", "IMG_WIDTH", "train_df", "MyDataset", "validate"];

    [Theory]
    [InlineData("validLoader", "valid_loader")]
    [InlineData("ImgChs", "IMG_CHS")]
    [InlineData("imgWidth * imgChs", "IMG_WIDTH * IMG_CHS")]
    [InlineData("trainDf", "train_df")]
    [InlineData("MyDataset", "MyDataset")]
    [InlineData("valid_loader", "valid_loader")]
    [InlineData("noSuchName", "noSuchName")]
    [InlineData("\"validLoader\"", "\"validLoader\"")]
    [InlineData("'validLoader'", "'validLoader'")]
    [InlineData("shuffle: true", "shuffle: true")]
    [InlineData("shuffle = true", "shuffle: true")]
    [InlineData("shuffle=True", "shuffle=True")]
    [InlineData("shuffle='true'", "shuffle='true'")]
    [InlineData("\"label\"", "\"label\"")]
    [InlineData("", "")]
    public void ToPython_EitherSpelling_OneAnswer(string typed, string kept) => CSharpSpelling.ToPython(typed, Python.Contains).ShouldBe(kept);
}
