using AslTutorial.Training.Cells.Printing.Torch;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch.nn;

namespace AslTutorial.Training.Tests.Cells.Printing;

public sealed class ModulePrinterTests
{
    private static readonly IReadOnlyDictionary<string, string> Golden = GoldenFile.Read("modules.txt");

    public ModulePrinterTests() => _ = TestTorch.Device;

    [Fact]
    public void Repr_Empty_IsWhatPyTorchPrints()
    {
        using var module = Sequential();

        ModulePrinter.Repr(module).ShouldBe(Golden["empty"]);
    }

    [Fact]
    public void Repr_Nested_IsWhatPyTorchPrints()
    {
        using var module = Sequential(
            Sequential(Conv2d(3, 8, (3, 5), stride: (2, 1), padding: (0, 2), bias: false), ReLU()),
            Flatten(),
            Linear(8, 2, hasBias: false));

        ModulePrinter.Repr(module).ShouldBe(Golden["nested"]);
    }

    [Fact]
    public void Repr_UnusualOptions_IsWhatPyTorchPrints()
    {
        using var module = Sequential(
            Conv2d(4, 8, 7, dilation: 2, groups: 2),
            MaxPool2d(3),
            BatchNorm2d(8, eps: 0.001, momentum: 0.01),
            Dropout(0.5),
            Dropout(0),
            BatchNorm2d(8, affine: false),
            MaxPool2d((2, 3), stride: (1, 2), padding: (1, 1)));

        ModulePrinter.Repr(module).ShouldBe(Golden["options"]);
    }

    [Fact]
    public void Repr_UnknownLayer_NamesIt()
    {
        using var module = Sequential(Hardswish());

        Should.Throw<NotSupportedException>(() => ModulePrinter.Repr(module)).Message.ShouldContain("Hardswish");
    }

    [Fact]
    public void Size_AnyRank_IsWhatPyTorchPrints()
    {
        TensorPrinter.Size([32, 1, 28, 28]).ShouldBe(Golden["size"]);
        TensorPrinter.Size([32]).ShouldBe(Golden["size of a vector"]);
        TensorPrinter.Size([]).ShouldBe(Golden["size of a scalar"]);
    }
}
