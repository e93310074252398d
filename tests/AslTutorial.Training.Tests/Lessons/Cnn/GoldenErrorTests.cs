using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Cells;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Lessons.Cnn;

/// <summary>Wrong answers on the real data against what Python raises for them.</summary>
public sealed class GoldenErrorTests : CellTests
{
    private static readonly IReadOnlyDictionary<string, string> Golden = GoldenFile.Read("lesson.txt");

    [Fact]
    public void Run_LabelMisspelt_RaisesKeyError()
    {
        var error = Run(Dataset("dataloader", label: CellValue.String("labels")), RealData.Need()).Outputs.Single().Error!;

        $"{error.Type}: {error.Message}".ShouldBe(Golden["error label=labels"]);
        error.Trace.ShouldBe(
        [
            new("dataloader", "<module>", "train_data = MyDataset(train_df)"),
            new("dataset", "MyDataset.__init__", "labels = pixels.pop('labels')"),
        ]);
    }

    [Fact]
    public void Run_LabelIsNumber_RaisesKeyError() =>
        RunToError(Dataset("dataloader", label: CellValue.Of(5)), RealData.Need()).ShouldBe(Golden["error label=5"]);

    public static TheoryData<string, CellValue, CellValue, CellValue> Shapes => new()
    {
        { "channels=3 width=28 height=28", CellValue.Of(3), CellValue.Of(28), CellValue.Of(28) },
        { "channels=784 width=28 height=28", CellValue.Of(784), CellValue.Of(28), CellValue.Of(28) },
        { "channels=1 width=0 height=28", CellValue.Of(1), CellValue.Of(0), CellValue.Of(28) },
        { "channels=-1 width=28 height=28", CellValue.Of(-1), CellValue.Of(28), CellValue.Of(28) },
        { "channels=1 width=-28 height=28", CellValue.Of(1), CellValue.Of(-28), CellValue.Of(28) },
        { "channels=1.0 width=28 height=28", CellValue.Of(1.0), CellValue.Of(28), CellValue.Of(28) },
        { "channels=1 width='28' height=28", CellValue.Of(1), CellValue.String("28"), CellValue.Of(28) },
        { "channels=1 width=28 height=28.5", CellValue.Of(1), CellValue.Of(28), CellValue.Of(28.5) },
    };

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Run_ImpossibleShape_RaisesNumpysError(string name, CellValue channels, CellValue width, CellValue height)
    {
        var error = Run(Dataset("dataloader", null, channels, width, height), RealData.Need()).Outputs.Single().Error!;

        $"{error.Type}: {error.Message}".ShouldBe(Golden["error " + name]);
        error.Trace[^1].Statement.ShouldStartWith("pixels = pixels.reshape(-1, ");
    }

    [Theory]
    [InlineData("channels last", 28, 28, 1)]
    [InlineData("channels 784", 784, 1, 1)]
    [InlineData("wide", 1, 14, 56)]
    [InlineData("thin", 1, 1, 784)]
    public void Run_ShapeThatNoLayerTakes_RaisesPyTorchsError(string name, long channels, long width, long height)
    {
        var order = Dataset("first-batch", null, CellValue.Of(channels), CellValue.Of(width), CellValue.Of(height));
        var error = Run(order, RealData.Need()).Outputs.Single().Error!;

        $"{error.Type}: {error.Message}".ShouldBe(Golden["error " + name]);
        error.Trace[^1].Statement.ShouldBe("output = model(x)");
    }

    [Fact]
    public void Run_LabelsArePixels_RaisesPyTorchsIndexError()
    {
        var order = Dataset("first-batch", CellValue.String("pixel1"));

        RunToError(order, RealData.Need()).ShouldBe(Golden["error label=pixel1"]);
        Facts(Run(order with { Cell = "dataloader", Before = Before("dataloader") }, RealData.Need()))[CellFactNames.Classes].Integer.ShouldBe(255);
    }

    [Fact]
    public void Run_UnknownKeyword_RaisesTypeError() =>
        RunToError(Of("dataloader", Argument("dataloader", "train_shuffle", CellValue.Of(true), "shufle")), RealData.Need())
            .ShouldBe(Golden["error keyword"]);

    [Fact]
    public void Run_RightAnswers_LearnsFromTheFirstBatch()
    {
        var facts = Facts(Run(Of("first-batch"), RealData.Need()));

        // An untrained net guesses: the loss is near ln 24 = 3.18.
        facts[CellFactNames.FirstLoss].Real.ShouldBeInRange(2.8, 3.8);
        facts[CellFactNames.FirstAccuracy].Real.ShouldBeInRange(0, .4);
    }

    private static CellOrder Dataset(
        string cell, CellValue? label = null, CellValue? channels = null, CellValue? width = null, CellValue? height = null) => WithDataset(
            cell,
            label ?? CellValue.String("label"),
            channels ?? CellValue.Of(1),
            width ?? CellValue.Of(28),
            height ?? CellValue.Of(28));
}
