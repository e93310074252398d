using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Cells;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Lessons.Cnn;

/// <summary>The cells on the real data against what numpy, pandas and PyTorch print for the same listings.</summary>
public sealed class GoldenLessonTests : CellTests
{
    private static readonly IReadOnlyDictionary<string, string> Golden = GoldenFile.Read("lesson.txt");

    [Theory]
    [InlineData("peek")]
    [InlineData("peek-shape")]
    [InlineData("reshape")]
    [InlineData("summary")]
    public void Run_RealData_PrintsWhatPythonPrints(string cell) =>
        RunToText(Of(cell), RealData.Need()).ShouldBe(Golden[cell]);

    [Fact]
    public void Run_PeekTwentyRows_PrintsWhatPythonPrints() =>
        RunToText(Of("peek", Argument("peek", "rows", CellValue.Of(20))), RealData.Need()).ShouldBe(Golden["peek rows=20"]);

    [Theory]
    [InlineData("batch", 32)]
    [InlineData("batch", 7)]
    [InlineData("batch", 64)]
    [InlineData("batch-x-shape", 32)]
    [InlineData("batch-x-shape", 7)]
    [InlineData("batch-y-shape", 32)]
    [InlineData("batch-y-shape", 64)]
    public void Run_BatchInOrder_PrintsWhatPythonPrints(string cell, int size) =>
        RunToText(Of(cell, Unshuffled, BatchSize(size)), RealData.Need()).ShouldBe(Golden[$"{cell} BATCH_SIZE={size}"]);

    [Fact]
    public void Run_BatchShuffled_IsTheOneOfTorchManualSeed() =>
        RunToText(Of("batch") with { Seed = 1 }, RealData.Need()).ShouldBe(Golden["batch shuffled seed=1"]);

    [Fact]
    public void Run_BatchChannelsLast_PrintsWhatPythonPrints() => RunToText(
        WithDataset("batch", CellValue.String("label"), CellValue.Of(28), CellValue.Of(28), CellValue.Of(1)),
        RealData.Need()).ShouldBe(Golden["batch channels last"]);

    [Fact]
    public void Run_BatchLabelledByPixel_PrintsWhatPythonPrints()
    {
        var result = Run(WithDataset("batch", CellValue.String("pixel1"), CellValue.Of(1), CellValue.Of(28), CellValue.Of(28)), RealData.Need());

        Text(result).ShouldBe(Golden["batch label=pixel1"]);
    }

    [Fact]
    public void Run_Model_HasTheLessonsParameters()
    {
        var facts = Facts(Run(Of("model"), RealData.Need()));

        facts[CellFactNames.Parameters].Integer.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Golden["parameters"]);
    }

    private static CellArgument BatchSize(int size) => Argument("dataloader", "BATCH_SIZE", CellValue.Of(size));
}
