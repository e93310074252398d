using AslTutorial.Training.Cells.Printing;
using AslTutorial.Training.Cells.Printing.Torch;

namespace AslTutorial.Training.Tests.Cells.Printing;

public sealed class DevicePrintTests
{
    // The two columns PyTorch counts too many decide whether a suffix still fits; see torch/_tensor_str.py.
    [Fact]
    public void Repr_OnGpu_NamesItsDevice()
    {
        TensorPrinter.Repr(Excerpt.Of<long>([1, 2], 2), "cuda:0").ShouldBe("tensor([1, 2], device='cuda:0')");
        TensorPrinter.Repr(Excerpt.Of<byte>([1], 1), "cuda:1").ShouldBe("tensor([1], device='cuda:1', dtype=torch.uint8)");
        TensorPrinter.Repr(Excerpt.Of<long>(new long[17], 17), "cuda:0")
            .ShouldBe("tensor([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], device='cuda:0')");
        TensorPrinter.Repr(Excerpt.Of<long>(new long[20], 20), "cuda:0")
            .ShouldBe("tensor([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],\n       device='cuda:0')");
    }
}
