using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Cells;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Lessons.Cnn;

/// <summary>What learners write, where no golden text is needed: the texts are those of CPython 3.11.</summary>
public sealed class GapTests : CellTests
{
    [Theory]
    [InlineData("label", "NameError: name 'label' is not defined")]
    [InlineData("labels", "UnboundLocalError: cannot access local variable 'labels' where it is not associated with a value")]
    [InlineData("IMG_CHS", "KeyError: 1")]
    [InlineData("None", "KeyError: None")]
    public void Run_BareWordForLabel_RaisesWhatPythonRaises(string word, string error) =>
        RunToError(Of("dataloader", Argument("dataset", "label", CellValue.Name(word)))).ShouldBe(error);

    [Fact]
    public void Run_BareWord_ErrorComesWithTheFirstDataSet()
    {
        var wrong = Argument("dataset", "label", CellValue.Name("label"));

        Run(Of("dataset", wrong)).Outputs.ShouldBeEmpty();
        Run(Of("dataloader", wrong)).Outputs.Single().Error!.Trace[0].Cell.ShouldBe("dataloader");
    }

    [Theory]
    [InlineData("pixel0")]
    [InlineData("pixel785")]
    [InlineData("pixel01")]
    [InlineData("Label")]
    [InlineData("")]
    public void Run_NoSuchColumn_RaisesKeyError(string column) =>
        RunToError(Of("dataloader", Argument("dataset", "label", CellValue.String(column)))).ShouldBe($"KeyError: '{column}'");

    [Fact]
    public void Run_NameOfTable_IsNotSupported() =>
        Refuse(Of("dataloader", Argument("dataset", "label", CellValue.Name("train_df")))).Code.ShouldBe(CellFaultCodes.Unsupported);

    [Fact]
    public void Run_NoneForChannels_RaisesTypeError() =>
        RunToError(Of("dataloader", Argument("dataset", "channels", CellValue.Name("None"))))
            .ShouldBe("TypeError: 'NoneType' object cannot be interpreted as an integer");

    [Theory]
    [InlineData(true, "RandomSampler")]
    [InlineData(false, "SequentialSampler")]
    public void Run_Shuffle_TellsTheSamplersThatDataLoaderChooses(bool shuffle, string sampler)
    {
        var facts = Facts(Run(Of("dataloader", Argument("dataloader", "train_shuffle", CellValue.Of(shuffle), "shuffle"))));

        facts[CellFactNames.Sampler("train")].Text.ShouldBe(sampler);
        facts[CellFactNames.Sampler("valid")].Text.ShouldBe("SequentialSampler");
    }

    [Fact]
    public void Run_ShuffleTheWordFalse_ShufflesAllTheSame() =>
        Facts(Run(Of("dataloader", Argument("dataloader", "train_shuffle", CellValue.String("False"), "shuffle"))))[CellFactNames.Sampler("train")].Text
            .ShouldBe("RandomSampler");

    [Fact]
    public void Run_HugeLengths_RaiseNumpysError() => RunToError(Of("dataloader",
        Argument("dataset", "width", CellValue.Of(long.MaxValue)),
        Argument("dataset", "height", CellValue.Of(long.MaxValue))))
        .ShouldBe("ValueError: cannot reshape array of size 78400 into shape (1,9223372036854775807,9223372036854775807)");

    [Fact]
    public void Run_TrueForChannels_RaisesNumpysError() =>
        RunToError(Of("batch-x-shape", Argument("dataset", "channels", CellValue.Of(true)))).ShouldBe("TypeError: an integer is required");

    [Fact]
    public void Run_TwiceTheRows_FailsWhereTheLabelsEnd() => RunToError(Of("batch",
        Argument("dataset", "height", CellValue.Of(14)),
        Argument("dataloader", "BATCH_SIZE", CellValue.Of(512)),
        Unshuffled))
        .ShouldBe("IndexError: index 100 is out of bounds for dimension 0 with size 100");

    [Theory]
    [InlineData("true", "NameError: name 'true' is not defined")]
    [InlineData("IMG_CHS", null)]
    public void Run_BareWordForShuffle_IsLookedUp(string word, string? error)
    {
        var order = Of("dataloader", Argument("dataloader", "train_shuffle", CellValue.Name(word), "shuffle"));
        if (error is null)
        {
            Run(order).Outputs.ShouldBeEmpty();
            return;
        }

        RunToError(order).ShouldBe(error);
        Run(order).Outputs.Single().Error!.Trace.Single().Statement
            .ShouldBe("train_loader = DataLoader(train_data, batch_size=BATCH_SIZE, shuffle=true)");
    }

    [Fact]
    public void Run_NoKeyword_RaisesSyntaxError() =>
        RunToError(Of("dataloader", Argument("dataloader", "valid_shuffle", CellValue.Of(true))))
            .ShouldBe("SyntaxError: positional argument follows keyword argument");

    [Fact]
    public void Run_SyntaxErrorAndWrongLabel_SyntaxIsReadFirst() => RunToError(Of("dataloader",
        Argument("dataset", "label", CellValue.String("labels")),
        Argument("dataloader", "valid_shuffle", CellValue.Of(8), "batch_size")))
        .ShouldBe("SyntaxError: keyword argument repeated: batch_size");

    [Fact]
    public void Run_OtherKnownKeyword_IsNotSupported() =>
        Refuse(Of("dataloader", Argument("dataloader", "valid_shuffle", CellValue.Of(4), "num_workers")))
            .Code.ShouldBe(CellFaultCodes.Unsupported);

    [Theory]
    [InlineData("dataset", "label", "len")]
    [InlineData("dataset", "channels", "torch")]
    [InlineData("dataloader", "train_shuffle", "Adam")]
    public void Run_NameThatPythonKnows_IsNoNameError(string cell, string gap, string name) =>
        Refuse(Of("dataloader", Argument(cell, gap, CellValue.Name(name), cell == "dataloader" ? "shuffle" : null)))
            .Code.ShouldBe(CellFaultCodes.Unsupported);

    public static TheoryData<CellValue, bool> Shuffles => new()
    {
        { CellValue.Of(true), true },
        { CellValue.Of(false), false },
        { CellValue.String("True"), true },
        { CellValue.String("False"), true },
        { CellValue.String(""), false },
        { CellValue.Of(1), true },
        { CellValue.Of(0.0), false },
        { CellValue.Name("None"), false },
    };

    [Theory]
    [MemberData(nameof(Shuffles), DisableDiscoveryEnumeration = true)]
    public void Run_ShuffleOfAnyKind_IsTakenByItsTruth(CellValue value, bool shuffled)
    {
        var inOrder = RunToText(Of("batch", Unshuffled));

        var batch = RunToText(Of("batch", Argument("dataloader", "train_shuffle", value, "shuffle")));

        (batch != inOrder).ShouldBe(shuffled);
    }

    [Fact]
    public void Run_ValidationShuffled_LeavesTheTrainingBatch() =>
        RunToText(Of("batch", Unshuffled, Argument("dataloader", "valid_shuffle", CellValue.Of(true), "shuffle")))
            .ShouldBe(RunToText(Of("batch", Unshuffled)));
}
