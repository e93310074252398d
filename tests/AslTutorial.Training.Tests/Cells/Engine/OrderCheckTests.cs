using AslTutorial.Training.Contracts.Cells;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Cells.Engine;

public sealed class OrderCheckTests : CellTests
{
    [Fact]
    public void Run_UnknownLesson_SaysSo() => Check(Of("peek") with { Lesson = "rnn" }, CellFaultCodes.UnknownLesson, "rnn");

    [Fact]
    public void Run_UnknownCell_SaysSo() => Check(Of("train"), CellFaultCodes.UnknownCell, "train");

    [Fact]
    public void Run_UnknownParameter_SaysSo() =>
        Check(Of("peek", Argument("peek", "columns", CellValue.Of(5))), CellFaultCodes.UnknownParameter, "peek.columns");

    public static TheoryData<string, string, CellValue> Unfit => new()
    {
        { "peek", "rows", CellValue.Of(0) },
        { "peek", "rows", CellValue.Of(21) },
        { "peek", "rows", CellValue.Of(5.0) },
        { "peek", "rows", CellValue.String("5") },
        { "dataloader", "BATCH_SIZE", CellValue.Of(513) },
        { "model", "kernel_size", CellValue.Of(2) },
        { "model", "kernel_size", CellValue.Of(true) },
        { "model", "dropout_head", CellValue.Of(.91) },
        { "model", "dropout_head", CellValue.Of(double.NaN) },
        { "model", "flattened_size", CellValue.Of(long.MaxValue) },
        { "dataset", "label", CellValue.String(new string('x', CellLimits.MaxTextLength + 1)) },
    };

    [Theory]
    [MemberData(nameof(Unfit), DisableDiscoveryEnumeration = true)]
    public void Run_ValueOutsideItsLimits_NamesIt(string cell, string name, CellValue value) =>
        Check(Of("batch", Argument(cell, name, value)), CellFaultCodes.OutOfRange, $"{cell}.{name}");

    [Fact]
    public void Run_OutOfRange_SaysWhatIsAllowed()
    {
        Refuse(Of("peek", Argument("peek", "rows", CellValue.Of(21)))).Text.ShouldBe("peek.rows is a whole number from 1 to 20.");
        Refuse(Of("model", Argument("model", "kernel_size", CellValue.Of(2)))).Text.ShouldBe("model.kernel_size is one of 1, 3, 5, 7.");
    }

    [Fact]
    public void Run_GapUpstreamEmpty_NamesIt() =>
        Check(Bare("batch"), CellFaultCodes.MissingValue, "dataset.label");

    [Fact]
    public void Run_GapElsewhereEmpty_DoesNotMatter() => Run(Bare("summary")).Outputs.Count.ShouldBe(1);

    private void Check(CellOrder order, string code, string subject)
    {
        var fault = Refuse(order);
        fault.Code.ShouldBe(code);
        fault.Subject.ShouldBe(subject);
    }
}
