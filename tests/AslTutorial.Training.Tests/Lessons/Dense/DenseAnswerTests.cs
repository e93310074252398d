using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Cells;
using static AslTutorial.Training.Tests.Lessons.Dense.DenseOrders;

namespace AslTutorial.Training.Tests.Lessons.Dense;

/// <summary>What the answers of lesson 2 lead to beyond the texts that Python prints.</summary>
public sealed class DenseAnswerTests : CellTests
{
    private static readonly CellValue TrainMaximum = CellValue.Name("x_train.max()");

    [Fact]
    public void Run_NothingWritten_NothingIsDone()
    {
        var facts = Facts(Run(Without(Of("three-batches"), "normalize", "valid")));

        facts["x_train.max"].Real.ShouldBe(1);
        facts["x_valid.max"].Kind.ShouldBe(CellValueKind.Integer);
        facts["x_valid.max"].Integer.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Run_MaximumInTheSecondLine_IsThatOfTheDividedArray()
    {
        var facts = Facts(Run(Of("three-batches", Operation("train", "/", TrainMaximum), Operation("valid", "/", TrainMaximum))));

        facts["x_train.max"].Real.ShouldBe(1);
        facts["x_valid.max"].Real.ShouldBeGreaterThan(1, "x_train.max() is 1 by then");
    }

    [Fact]
    public void Run_SameSeed_SameLosses() =>
        Run(Of("three-batches")).Facts.ShouldBe(Run(Of("three-batches")).Facts);

    [Fact]
    public void Run_UntrainedNet_GuessesAmongTheClasses() =>
        Facts(Run(Of("first-batch")))[CellFactNames.FirstLoss].Real.ShouldBe(Math.Log(24), 0.1);

    [Fact]
    public void Run_ComparedWithItself_PrintsOneWhateverTheNetKnows()
    {
        var facts = Facts(Run(Of("train-epochs", Named("accuracy", "labels", "pred"))));

        facts["train.accuracy"].Real.ShouldBe(1, 1e-9);
        facts["train.share"].Real.ShouldBeLessThan(1);
    }

    [Theory]
    [InlineData("BATCH_SIZE")]
    [InlineData("len(y)")]
    public void Run_DividedByTheBatch_AddsUpToMoreThanOne(string count)
    {
        var facts = Facts(Run(Of("train-epochs", Named("accuracy", "count", count))));

        facts["train.accuracy"].Real.ShouldBe(facts["train.share"].Real * facts["train.images"].Integer / 32, 1e-6);
    }

    [Theory]
    [InlineData("ReLU()", "NameError: name 'ReLU' is not defined")]
    [InlineData("relu", "NameError: name 'relu' is not defined")]
    [InlineData("nn.Relu()", "AttributeError: module 'torch.nn' has no attribute 'Relu'")]
    public void Run_NoLayer_IsRefusedInPythonsWords(string layer, string error) =>
        RunToError(Of("model", Named("model", "second_activation", layer))).ShouldBe(error);

    [Fact]
    public void Run_LayerTooLarge_IsNotMade() =>
        Refuse(Of("model", new CellArgument("model", "hidden", CellValue.Of(100_000_000)))).Code.ShouldBe(CellFaultCodes.Unsupported);
}
