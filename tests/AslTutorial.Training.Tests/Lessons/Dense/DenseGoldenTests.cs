using System.Globalization;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Cells.Printing.Torch;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Cells;
using static AslTutorial.Training.Tests.Lessons.Dense.DenseOrders;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Lessons.Dense;

/// <summary>The cells of lesson 2 on the real data against what numpy, pandas and PyTorch print for the same listings.</summary>
public sealed class DenseGoldenTests : CellTests
{
    private static readonly IReadOnlyDictionary<string, string> Golden = GoldenFile.Read("dense.txt");

    public static TheoryData<string> Errors => [.. Golden.Keys.Where(key => key.StartsWith("error ", StringComparison.Ordinal)).Select(key => key[6..])];

    public static TheoryData<string> Operations =>
        [.. Golden.Keys.Where(key => key.StartsWith("x_train ", StringComparison.Ordinal) && !key.EndsWith(" range", StringComparison.Ordinal)).Select(key => key[8..])];

    [Theory]
    [InlineData("head")]
    [InlineData("labels")]
    [InlineData("images")]
    [InlineData("x-train-shape")]
    [InlineData("y-train-shape")]
    [InlineData("x-valid-shape")]
    [InlineData("y-valid-shape")]
    [InlineData("pictures")]
    [InlineData("min")]
    [InlineData("max")]
    [InlineData("batch-x-shape")]
    [InlineData("batch-y-shape")]
    [InlineData("summary")]
    public void Run_RealData_PrintsWhatPythonPrints(string cell) => RunToText(Of(cell), RealData.Need()).ShouldBe(Golden[cell]);

    [Fact]
    public void Run_Batch_IsTheOneOfTorchManualSeed() => RunToText(Of("batch") with { Seed = 1 }, RealData.Need()).ShouldBe(Golden["batch seed=1"]);

    [Fact]
    public void Run_Loader_PrintsAnObjectAsPythonDoes()
    {
        var pattern = Golden["loader"][..Golden["loader"].IndexOf("0x", StringComparison.Ordinal)];

        RunToText(Of("loader")).ShouldMatch($"^{pattern}0x7f[0-9a-f]{{9}}0>$");
    }

    [Fact]
    public void Run_Model_HasTheLessonsParameters() =>
        Facts(Run(Of("model")))[CellFactNames.Parameters].Integer.ToString(CultureInfo.InvariantCulture).ShouldBe(Golden["parameters"]);

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(61)]
    public void ToString_SeriesOfAnyLength_IsPandas(int length)
    {
        var labels = new DataFrame("train_df", RealData.Need().Train)["label"];
        new Series("label", labels.Values[..length]).ToString().ShouldBe(Golden[$"labels of {length}"]);
    }

    [Fact]
    public void Repr_LayersThatMayBeWritten_AreAsPyTorchPrintsThem()
    {
        using var scope = NewDisposeScope();
        using var layers = nn.Sequential(
            nn.Identity(), nn.Sigmoid(), nn.Tanh(), nn.GELU(), nn.LeakyReLU(0.01), nn.Softmax(1), nn.LogSoftmax(1));
        ModulePrinter.Repr(layers).ShouldBe(Golden["layers"]);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Apply_Operation_IsNumpys(string operation)
    {
        var frame = new DataFrame("train_df", RealData.Need().Train);
        frame.Pop("label");
        var x = frame.ToNumpy();

        var result = x.Apply(operation[..operation.IndexOf(' ', StringComparison.Ordinal)], Value(operation, x));

        result.ToString().ShouldBe(Golden[$"x_train {operation}"]);
        var range = Golden[$"x_train {operation} range"];
        if (!range.Contains("nan", StringComparison.Ordinal))
        {
            $"{Number(result.Min())} {Number(result.Max())} {(result.IsReal ? "float64" : "int64")}".ShouldBe(range);
        }
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Run_Mistake_RaisesWhatPythonRaises(string mistake)
    {
        var (gap, value) = (mistake.Split('=')[0], mistake.Split('=')[1]);
        var change = gap switch
        {
            "inputs" or "hidden" or "outputs" => new CellArgument("model", gap, CellValue.Of(long.Parse(value, CultureInfo.InvariantCulture))),
            "first" => new CellArgument("model", "first_activation", Written(value)),
            _ => new CellArgument("accuracy", gap, Written(value)),
        };

        RunToError(Of(change.Cell == "model" ? "first-batch" : "train-epochs", change), RealData.Need()).ShouldBe(Golden[$"error {mistake}"]);
    }

    private static CellValue Written(string value) => value switch
    {
        ['\'', .. var text, '\''] => CellValue.String(text),
        _ when long.TryParse(value, CultureInfo.InvariantCulture, out var number) => CellValue.Of(number),
        _ => CellValue.Name(value),
    };

    private static Operand Value(string operation, NdArray x) => new(
        operation[(operation.IndexOf(' ', StringComparison.Ordinal) + 1)..] switch
        {
            "x.max()" => x.Max(),
            "x.min()" => x.Min(),
            "(1 / 255)" => CellValue.Of(1 / 255.0),
            "True" => CellValue.Of(true),
            var whole when long.TryParse(whole, CultureInfo.InvariantCulture, out var number) => CellValue.Of(number),
            var real => CellValue.Of(double.Parse(real, CultureInfo.InvariantCulture)),
        },
        PythonNames.None);

    private static string Number(CellValue value) => value.Kind == CellValueKind.Integer
        ? AslTutorial.Training.Cells.Printing.PythonText.Repr(value.Integer)
        : AslTutorial.Training.Cells.Printing.PythonText.Repr(value.Real);
}
