using System.Buffers.Binary;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Cells;
using AslTutorial.Training.Tests.Data.ContactSheets;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Lessons.Cnn;

public sealed class OutputTests : CellTests
{
    [Fact]
    public void Run_Setup_SaysWhetherThereIsAGpu() => RunToText(Of("setup")).ShouldBe("False");

    [Theory]
    [InlineData("dataset")]
    [InlineData("dataloader")]
    [InlineData("model")]
    [InlineData("accuracy")]
    [InlineData("train-validate")]
    [InlineData("first-batch")]
    public void Run_CellThatOnlyDefines_PrintsNothing(string cell) => Run(Of(cell)).Outputs.ShouldBeEmpty();

    [Fact]
    public void Run_Load_TabulatesBothFrames()
    {
        var table = Run(Of("load")).Outputs.Single().Table.ShouldNotBeNull();

        table.Rows[0].ShouldBe(["train_df", "(100, 785)", "0", "23", "24"]);
        table.Rows[1].ShouldBe(["valid_df", "(40, 785)", "0", "23", "24"]);
    }

    [Fact]
    public void Run_LoadOfTheOtherCoding_MovesTheLabelsDown()
    {
        var data = FewSigns.Make(25);

        Run(Of("load"), data).Outputs.Single().Table!.Rows[0].ShouldBe(["train_df", "(100, 785)", "0", "23", "24"]);
        data.Train.Labels.Max().ShouldBe((byte)24);
    }

    [Fact]
    public void Run_Peek_DrawsTheRowsWithTheirLetters()
    {
        var image = Run(Of("peek", Argument("peek", "rows", CellValue.Of(12)))).Outputs[1].Image.ShouldNotBeNull();

        image.Letters.ShouldBe("abcdefghiklm");
        image.Total.ShouldBe(12);
        image.AltText.ShouldBe("Hands, 12: a b c d e f g h i k l m");
        BinaryPrimitives.ReadInt32BigEndian(image.Png.AsSpan(16)).ShouldBe(image.Width);
        BinaryPrimitives.ReadInt32BigEndian(image.Png.AsSpan(20)).ShouldBe(image.Height);
        (image.Width, image.Height).ShouldBe(((8 * 62) - 6, (2 * 84) - 6));
        var png = new ReadPng(image.Png);
        for (var y = 56; y < 84; y++)
        {
            Enumerable.Range(0, image.Width).ShouldAllBe(x => png.Pixels[y, x, 1] == 0, $"row {y} below the hands is the page's own");
        }
    }

    [Fact]
    public void Run_LargeBatch_DrawsTheFirstImages()
    {
        var image = Run(Of("batch", Unshuffled, Argument("dataloader", "BATCH_SIZE", CellValue.Of(80)))).Outputs[1].Image!;

        image.Letters.Length.ShouldBe(64);
        image.Total.ShouldBe(80);
        image.AltText.ShouldStartWith("Hands, the first 64 of 80: a b c");
    }

    [Fact]
    public void Run_BatchAndPeek_DrawTheSamePixels()
    {
        var peek = Run(Of("peek", Argument("peek", "rows", CellValue.Of(8)))).Outputs[1].Image!;
        var batch = Run(Of("batch", Unshuffled, Argument("dataloader", "BATCH_SIZE", CellValue.Of(8)))).Outputs[1].Image!;

        // One came through float32 and back, the other straight from the table.
        batch.Png.ShouldBe(peek.Png);
    }

    [Fact]
    public void Run_LabelsThatAreNoClasses_HaveNoLetters()
    {
        var image = Run(Of("batch", Unshuffled, Argument("dataset", "label", CellValue.String("pixel1")))).Outputs[1].Image!;

        image.Letters.ShouldContain('?');
    }

    [Fact]
    public void Run_ImagesCutInHalf_HaveNoPicture()
    {
        var result = Run(Of("batch", Unshuffled, Argument("dataset", "height", CellValue.Of(14))));

        result.Outputs.Single().Kind.ShouldBe(CellOutputKind.Text);
    }
}
