using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Printing.Torch;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons.Cnn;
using AslTutorial.Training.Tests.Cells;
using AslTutorial.Training.Tests.Native;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Lessons.Cnn;

public sealed class ModelFactsTests : CellTests
{
    private const int Flatten = 13;
    private const int FirstLinear = 14;

    private static readonly IReadOnlyDictionary<string, string> Golden = GoldenFile.Read("lesson.txt");

    [Fact]
    public void Run_UnchangedModel_StatesTheListingsShapes()
    {
        var facts = Facts(Run(Of("model")));

        string Shape(int layer) => facts[CellFactNames.LayerShape(layer)].Text;
        new[] { 0, 3, 4, 8, 9, 12, Flatten, FirstLinear, 17 }.Select(Shape).ShouldBe(
            ["25 x 28 x 28", "25 x 14 x 14", "50 x 14 x 14", "50 x 7 x 7", "75 x 7 x 7", "75 x 3 x 3", "675", "512", "24"]);
        facts[CellFactNames.FlattenedSize].Integer.ShouldBe(675);
        facts.ShouldNotContainKey(CellFactNames.BrokenLayer);
    }

    [Fact]
    public void Print_Model_IsWhatPyTorchPrints()
    {
        using var session = new Session(Of("model"), new CnnLesson(), FewSigns.Data, TestTorch.Device, TestContext.Current.CancellationToken);
        var cell = new ModelCell();

        session.Run(cell);

        ModulePrinter.Repr(cell.Model).ShouldBe(Golden["model"]);
    }

    [Fact]
    public void Run_Summary_IsWhatPyTorchPrints() => RunToText(Of("summary")).ShouldBe(Golden["summary"]);

    // By hand: a convolution with padding 1 gives n + 3 - k, pooling halves and rounds down.
    [Theory]
    [InlineData(1, "25 x 30 x 30", 75 * 5 * 5)]
    [InlineData(3, "25 x 28 x 28", 75 * 3 * 3)]
    [InlineData(5, "25 x 26 x 26", 75 * 1 * 1)]
    public void Run_OtherKernel_RecomputesTheShapes(int kernel, string first, int flattened)
    {
        var facts = Facts(Run(Of("model", Argument("model", "kernel_size", CellValue.Of(kernel)))));

        facts[CellFactNames.LayerShape(0)].Text.ShouldBe(first);
        facts[CellFactNames.FlattenedSize].Integer.ShouldBe(flattened);
        facts.ContainsKey(CellFactNames.BrokenLayer).ShouldBe(kernel != 3);
    }

    [Fact]
    public void Run_KernelTooLarge_NamesTheConvolution()
    {
        var facts = Facts(Run(Of("model", Argument("model", "kernel_size", CellValue.Of(7)))));

        facts[CellFactNames.BrokenLayer].Integer.ShouldBe(9);
        facts[CellFactNames.BrokenError].Text.ShouldBe(Golden["error kernel 7"]);
        facts.ShouldNotContainKey(CellFactNames.FlattenedSize);
    }

    [Fact]
    public void Run_WrongFlattenedSize_NamesTheLinearLayer()
    {
        var facts = Facts(Run(Of("model", Argument("model", "flattened_size", CellValue.Of(600)))));

        facts[CellFactNames.BrokenLayer].Integer.ShouldBe(FirstLinear);
        facts[CellFactNames.BrokenLayerPrint].Text.ShouldBe("Linear(in_features=600, out_features=512, bias=True)");
        facts[CellFactNames.BrokenError].Text.ShouldBe(Golden["error flattened 600"]);
        facts[CellFactNames.FlattenedSize].Integer.ShouldBe(675);
    }

    [Fact]
    public void Run_WrongFlattenedSize_BreaksTheFirstBatchAlike()
    {
        var order = Of("first-batch", Argument("model", "flattened_size", CellValue.Of(600)));

        RunToError(order).ShouldBe(Golden["error flattened 600"]);
    }

    [Fact]
    public void Run_OtherBatchSize_StandsInTheError()
    {
        var order = Of(
            "model",
            Argument("model", "flattened_size", CellValue.Of(600)),
            Argument("dataloader", "BATCH_SIZE", CellValue.Of(5)));

        Facts(Run(order))[CellFactNames.BrokenError].Text
            .ShouldBe("RuntimeError: mat1 and mat2 shapes cannot be multiplied (5x675 and 600x512)");
    }

    [Fact]
    public void Run_OtherDropout_IsPrinted()
    {
        var text = RunToText(Of("summary",
            Argument("model", "dropout_block2", CellValue.Of(0)),
            Argument("model", "dropout_head", CellValue.Of(.75))));

        text.ShouldContain("(7): Dropout(p=0, inplace=False)");
        text.ShouldContain("(15): Dropout(p=0.75, inplace=False)");
    }
}
