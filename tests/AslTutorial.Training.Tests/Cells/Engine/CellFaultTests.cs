using AslTutorial.FaultyTrainer;
using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Tests.Loop;
using AslTutorial.Training.Tests.Native;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Cells.Engine;

/// <summary>A cell whose program meets what libtorch throws.</summary>
public sealed class CellFaultTests
{
    private readonly EndOfProcess _end = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_DeviceLost_EndsTheProcess(bool translated)
    {
        Run("CUDA error: an illegal memory access was encountered\nMore.", translated);

        _end.Codes.ShouldBe([EndOfProcess.Code]);
        _end.Lines.ShouldHaveSingleItem().ShouldContain("an illegal memory access was encountered");
    }

    [Fact]
    public void Run_OutOfMemory_SaysWhatToMakeSmaller()
    {
        var result = Run("CUDA out of memory. Tried to allocate 20.00 GiB.", translated: false);

        result.Fault.ShouldNotBeNull().Text.ShouldContain("a smaller batch size needs less");
        _end.Codes.ShouldBeEmpty();
    }

    [Fact]
    public void Run_FaultOfPythonsKind_IsRaisedAsPythons()
    {
        Run("The size of tensor a (3) must match the size of tensor b (4).", translated: true).Outputs.ShouldHaveSingleItem().Error.ShouldNotBeNull();
        _end.Codes.ShouldBeEmpty();
    }

    private CellResult Run(string message, bool translated) =>
        CellProgramRun.Run(new Throwing(message, translated), new CellJob(Of("setup"), TaughtLessons.Programs[0], FewSigns.Data, CancellationToken.None), TestTorch.Device, _end.Loss);

    private sealed class Throwing(string message, bool translated) : Cell
    {
        public override string Id => "setup";

        protected override void Execute()
        {
            if (translated)
            {
                TorchErrors.Translate<int>(() => throw new LibtorchException(message));
            }

            throw new LibtorchException(message);
        }
    }
}
