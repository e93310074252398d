using System.Text.RegularExpressions;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Cells;
using AslTutorial.Training.Tests.Loop;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Lessons.Cnn;

public sealed partial class TrainValidateTests : CellTests
{
    [Fact]
    public void Run_RightAnswer_PrintsAsTheLessonDoes()
    {
        var result = Run(Epochs(epochs: 2, batchSize: 20));

        var lines = Text(result).Split('\n');
        lines.Length.ShouldBe(6);
        lines.Where((_, i) => i % 3 == 0).ShouldBe(["Epoch: 0", "Epoch: 1"]);
        lines.Where((_, i) => i % 3 == 1).ShouldAllBe(line => TrainLine().IsMatch(line));
        lines.Where((_, i) => i % 3 == 2).ShouldAllBe(line => ValidLine().IsMatch(line));
        var facts = Facts(result);
        facts[CellFactNames.Loss("train", 1)].Real.ShouldBeGreaterThan(0);
        facts[CellFactNames.Accuracy("validate", 1)].Real.ShouldBeInRange(0, 1);

        // 100 and 40 images in batches of 20.
        var table = result.Outputs.Single(output => output.Kind == CellOutputKind.Table).Table!;
        table.Rows.Count.ShouldBe(2 * (5 + 2));
        table.Rows.Where(row => row[0] == "train" && row[1] == "0").Sum(row => double.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(facts[CellFactNames.Loss("train", 0)].Real, 1e-3);
    }

    [Fact]
    public void Run_SameOrder_GivesTheSame()
    {
        var one = Run(Epochs());
        var other = Run(Epochs());

        Text(other).ShouldBe(Text(one));
        other.Facts.ShouldBe(one.Facts);
    }

    [Fact]
    public void Run_LearnableData_Learns()
    {
        var result = Run(Epochs(epochs: 5, batchSize: 16), TinyHands.Data);
        var facts = Facts(result);

        facts[CellFactNames.Loss("train", 4)].Real.ShouldBeLessThan(facts[CellFactNames.Loss("train", 0)].Real / 2);
    }

    [Fact]
    public void Run_Shortened_TakesTheFirstRowsOfBoth()
    {
        var result = Run(Epochs(batchSize: 1, rows: 32));

        // 32 of 100, and 13 of 40 with them.
        var rows = result.Outputs.Single(output => output.Kind == CellOutputKind.Table).Table!.Rows;
        rows.Count(row => row[0] == "train").ShouldBe(32);
        rows.Count(row => row[0] == "validate").ShouldBe(13);
    }

    [Fact]
    public void Run_EvalInTrain_LearnsOtherwise()
    {
        var right = Facts(Run(Epochs(batchSize: 20)));
        var wrong = Facts(Run(Epochs(batchSize: 20, changes: Name("second_mode", "eval"))));

        wrong[CellFactNames.Loss("train", 0)].ShouldNotBe(right[CellFactNames.Loss("train", 0)]);
    }

    [Fact]
    public void Run_ValidatingOnTheTrainingSet_CountsMoreThanThereAre()
    {
        var result = Run(Epochs(batchSize: 20, changes: Name("first_loader", "train_loader")), TinyHands.Data);

        var rows = result.Outputs.Single(output => output.Kind == CellOutputKind.Table).Table!.Rows;
        rows.Count(row => row[0] == "validate").ShouldBe(rows.Count(row => row[0] == "train"));
    }

    [Fact]
    public void Run_NamesSwapped_MeasuresBeforeItLearns()
    {
        var text = RunToText(Epochs(batchSize: 20, changes: [Name("first_name", "train")[0], Name("second_name", "validate")[0]]));

        var lines = text.Split('\n');
        lines[1].ShouldStartWith("Valid - Loss: ");
        lines[2].ShouldStartWith("Train - Loss: ");
    }

    [Fact]
    public void Run_ShuffledValidation_ChangesNoAccuracy()
    {
        var order = Of("first-function", Argument("first-function", "train_rows", CellValue.Of(64)));
        var shuffled = order with { Arguments = [.. order.Arguments, Argument("dataloader", "valid_shuffle", CellValue.Of(true), "shuffle")] };

        Facts(Run(shuffled))[CellFactNames.Accuracy("validate", 0)].Real
            .ShouldBe(Facts(Run(order))[CellFactNames.Accuracy("validate", 0)].Real, 1e-12);
    }

    // The texts of PyTorch and Python, as the exercise's content has them.
    [Theory]
    [InlineData("first-function", "first_mode", "evaluate", "AttributeError: 'Sequential' object has no attribute 'evaluate'")]
    [InlineData("second-function", "second_mode", "fit", "AttributeError: 'Sequential' object has no attribute 'fit'")]
    [InlineData("second-function", "second_mode", "training", "TypeError: 'bool' object is not callable")]
    [InlineData("first-function", "first_loader", "valid_data", "ValueError: expected 4D input (got 3D input)")]
    [InlineData("second-function", "second_loader", "train_data", "ValueError: expected 4D input (got 3D input)")]
    [InlineData("second-function", "second_loader", "train", "TypeError: 'function' object is not iterable")]
    [InlineData("second-function", "second_loader", "train_N", "TypeError: 'int' object is not iterable")]
    [InlineData("second-function", "second_loader", "loader", "NameError: name 'loader' is not defined")]
    [InlineData("train-epochs", "second_name", "validate", "NameError: name 'train' is not defined")]
    [InlineData("train-epochs", "first_name", "valid", "NameError: name 'validate' is not defined")]
    public void Run_KnownMistake_RaisesWhatPythonDoes(string cell, string gap, string answer, string expected) =>
        RunToError(Of(cell, Name(gap, answer))).ShouldBe(expected);

    [Fact]
    public void Run_ErrorInAFunction_TellsWhereItCameFrom()
    {
        var result = Run(Of("train-epochs", Name("first_mode", "evaluate")));

        // The training was done, and its line is there.
        result.Outputs[0].Text!.ShouldStartWith("Epoch: 0\nTrain - Loss: ");
        result.Outputs[^1].Error!.Trace.ShouldBe([new("train", "<module>", "validate()"), new("train-validate", "validate", "model.evaluate()")]);
    }

    [Theory]
    [InlineData("second_loader", "model")]
    [InlineData("second_mode", "parameters")]
    public void Run_WhatPythonWouldTakeAndThisDoesNotKnow_IsRefused(string gap, string answer) =>
        Refuse(Of("second-function", Name(gap, answer))).Code.ShouldBe(CellFaultCodes.Unsupported);

    [Fact]
    public void Run_GapEmpty_IsRefused()
    {
        var order = Of("train-validate");

        Refuse(order with { Arguments = [.. order.Arguments.Where(argument => argument.Name != "second_word")] })
            .ShouldSatisfyAllConditions(fault => fault.Code.ShouldBe(CellFaultCodes.MissingValue), fault => fault.Subject.ShouldBe("train-validate.second_word"));
    }

    private static CellOrder Epochs(int epochs = 1, int batchSize = 32, int rows = 640, params CellArgument[] changes) => Of(
        "train-epochs",
        [
            Argument("train-epochs", "epochs", CellValue.Of(epochs)),
            Argument("train-epochs", "train_rows", CellValue.Of(rows)),
            Argument("dataloader", "BATCH_SIZE", CellValue.Of(batchSize)),
            .. changes,
        ]);

    private static CellArgument[] Name(string gap, string word) => [Argument("train-validate", gap, CellValue.Name(word))];

    [GeneratedRegex(@"\ATrain - Loss: \d+\.\d{4} Accuracy: [01]\.\d{4}\z")]
    private static partial Regex TrainLine();

    [GeneratedRegex(@"\AValid - Loss: \d+\.\d{4} Accuracy: [01]\.\d{4}\z")]
    private static partial Regex ValidLine();
}
