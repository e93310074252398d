using AslTutorial.Training.Cells.Printing.Numpy;
using AslTutorial.Training.Cells.Printing.Torch;
using AslTutorial.Training.Tests.Native;
using TorchSharp;

namespace AslTutorial.Training.Tests.Cells.Printing;

public sealed class GoldenPrintTests
{
    public static TheoryData<string> Types => ["bool", "uint8", "int32", "int64", "float32", "float64"];

    [Theory]
    [MemberData(nameof(Types))]
    public void NumpyRepr_GoldenArrays_IsWhatNumpyPrints(string type) =>
        Compare("numpy", type, print => NumpyPrinter.Repr(print.Excerpt()));

    [Theory]
    [MemberData(nameof(Types))]
    public void TensorRepr_GoldenArrays_IsWhatPyTorchPrints(string type) =>
        Compare("torch", type, print => TensorPrinter.Repr(print.Excerpt()));

    [Theory]
    [MemberData(nameof(Types))]
    public void TensorRepr_TorchSharpTensors_IsWhatPyTorchPrints(string type)
    {
        _ = TestTorch.Device;
        Compare("torch", type, print =>
        {
            using var scope = torch.NewDisposeScope();
            return TensorExcerpt.Repr(Tensor(print));
        });
    }

    private static void Compare(string library, string type, Func<GoldenPrint, string> repr)
    {
        var prints = GoldenPrint.All(library, type).ToList();
        prints.Count.ShouldBeGreaterThan(15);
        foreach (var print in prints)
        {
            repr(print).ShouldBe(print.Text, $"{library} {type} {string.Join('x', print.Shape)}");
        }
    }

    private static torch.Tensor Tensor(GoldenPrint print) => print.Type switch
    {
        "bool" => torch.tensor(print.Convert(v => v != 0), print.Shape),
        "uint8" => torch.tensor(print.Convert(v => (byte)v), print.Shape),
        "int32" => torch.tensor(print.Convert(v => (int)v), print.Shape),
        "int64" => torch.tensor(print.Convert(v => (long)v), print.Shape),
        "float32" => torch.tensor(print.Convert(v => (float)v), print.Shape),
        _ => torch.tensor(print.Values, print.Shape),
    };
}
