using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Cells;
using AslTutorial.Web.Exercises;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Practice;

/// <summary>The damage of what runs without an error.</summary>
public sealed class ConsequencePanelTests
{
    [Fact]
    public void Order_TakesItsTime_IsCalmlyBusyAndThenShown()
    {
        using var lesson = With("log");
        var gate = new TaskCompletionSource();
        lesson.Exercises.Gate = gate.Task;
        lesson.Exercises.OnConsequence = _ => new(new Consequence("log", Printed("Valid - Loss: 2.0"), Printed("Valid - Loss: 1.0"), 1, 1536));
        var cell = ExerciseCheckTests.Cell(lesson);
        cell.Find(".consequence-order button").Click();
        cell.Find(".consequence-order button").Click();
        cell.Find("[role=status]").TextContent.ShouldBe("Running your answer and the right one");
        gate.SetResult();
        cell.WaitForAssertion(() => cell.FindAll(".log mark").Select(mark => mark.TextContent).ShouldBe(["2.0", "1.0"]));
        cell.Find(".consequence-setup").TextContent.ShouldBe("A short run of both with the same seed: 1,536 training images, 1 epoch.");
        lesson.Exercises.Asked.ShouldBe(["consequence dataset"]);
        cell.FindAll(".consequence-order").ShouldBeEmpty();
    }

    [Fact]
    public void Order_CannotBeExecuted_SaysWhy()
    {
        using var lesson = With("training-curve");
        lesson.Exercises.OnConsequence = _ => new(null, NotExecuted.NoTrainer);
        var cell = ExerciseCheckTests.Cell(lesson);
        cell.Find(".consequence-order button").Click();
        cell.WaitForAssertion(() => cell.Find(".consequence-order [role=alert]").TextContent.ShouldContain("no trainer"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Order_RaisedOrNotExecuted_IsNotOffered(bool raised)
    {
        using var lesson = ExerciseCheckTests.Filled("'labels'", "1");
        lesson.Exercises.Keep("dataset", Work.Wrong(raised ? Work.KeyError : ExecutedOutcome.Not(NotExecuted.Busy), "training-curve"));
        ExerciseCheckTests.Cell(lesson).FindAll(".consequence-order").ShouldBeEmpty();
    }

    [Fact]
    public void Curve_BothDrawnWithTheFinalNumbersInWords()
    {
        var cell = Show("training-curve", Trained(.1, .05), Trained(.9, .8), 1);
        cell.FindAll(".curve svg").Count.ShouldBe(2);
        cell.FindAll(".curve svg").Select(svg => svg.GetAttribute("aria-label")).ShouldBe(
        [
            "Yours: accuracy by batch. In the last epoch 0.1000 in training and 0.0500 in validation.",
            "The right answer: accuracy by batch. In the last epoch 0.9000 in training and 0.8000 in validation.",
        ]);
        cell.Find(".consequence").TextContent.ShouldContain(
            "prints a training accuracy of 0.1000 and a validation accuracy of 0.0500. With the right answer they are 0.9000 and 0.8000.");
        cell.FindAll(".curve-point").Count.ShouldBe(2);
    }

    [Fact]
    public void ValidationOrder_EqualAccuracyAndOtherLoss()
    {
        var cell = Show("validation-order", Validated(.25, 33.48), Validated(.25, 33.41), 1);
        cell.FindAll(".small-table td").Select(value => value.TextContent).ShouldBe(["0.250000", "33.480000", "0.250000", "33.410000"]);
        cell.Find(".consequence").TextContent.ShouldContain("agree to the last digit");
    }

    [Fact]
    public void Sampler_OfBothLoaders()
    {
        var cell = Show("sampler", Samplers("SequentialSampler"), Samplers("RandomSampler"), 0);
        cell.FindAll("tbody td").Select(value => value.TextContent.Trim())
            .ShouldBe(["SequentialSampler", "RandomSampler", "SequentialSampler", "SequentialSampler"]);
        cell.FindAll(".consequence-setup").ShouldBeEmpty();
    }

    private static LessonContext With(string? view, Consequence? consequence = null)
    {
        var lesson = ExerciseCheckTests.Filled("'labels'", "1");
        lesson.Exercises.Keep("dataset", Work.Wrong(ExecutedOutcome.Of(Work.Ran()), view) with { Consequence = consequence });
        return lesson;
    }

    private static IRenderedComponent<CellView> Show(string view, CellResult own, CellResult right, int epochs) =>
        ExerciseCheckTests.Cell(With(view, new(view, own, right, epochs, 64)));

    private static CellResult Printed(string text) => Work.Ran(text);

    private static CellResult Trained(double training, double validation) => new(
        [CellOutput.Of(new CellTable(
            ["function", "epoch", "batch", "loss", "accuracy"],
            [["train", "0", "0", "3.1", "0.0"], ["train", "0", "1", "3.0", "0.2"], ["validate", "0", "0", "3.0", "0.1"]]))],
        5,
        [new(CellFactNames.Accuracy("train", 0), CellValue.Of(training)), new(CellFactNames.Accuracy("validate", 0), CellValue.Of(validation))]);

    private static CellResult Validated(double accuracy, double loss) => Work.Ran(
        null, new(CellFactNames.Accuracy("validate", 0), CellValue.Of(accuracy)), new(CellFactNames.Loss("validate", 0), CellValue.Of(loss)));

    private static CellResult Samplers(string train) => Work.Ran(
        null, new(CellFactNames.Sampler("train"), CellValue.String(train)), new(CellFactNames.Sampler("valid"), CellValue.String("SequentialSampler")));
}
