using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Practice;

namespace AslTutorial.Web.Tests.Components.Lessons.Practice;

public sealed class TrainingCurveTests
{
    [Fact]
    public void Of_Training_IsTheMeanOfTheLastEightBatches()
    {
        var rows = Enumerable.Range(0, 10).Select(batch => Row("train", 0, batch, batch < 2 ? "1.0000" : "0.0000")).ToList();
        var curve = TrainingCurve.Of(Result(rows), "train", "validate");
        curve.Training[0].ShouldBe(1);
        curve.Training[3].ShouldBe(.5);
        curve.Training[7].ShouldBe(.25);
        curve.Training[8].ShouldBe(.125);
        curve.Training[9].ShouldBe(0);
    }

    [Fact]
    public void Of_Validation_StandsWhereItWasMeasuredWithWhatWasPrinted()
    {
        var curve = TrainingCurve.Of(
            Result(
                [Row("train", 0, 0, "0.5"), Row("train", 0, 1, "0.5"), Row("validate", 0, 0, "0.2"), Row("validate", 0, 1, "0.4"), Row("train", 1, 0, "1"), Row("validate", 1, 0, "0.7")],
                new CellFact(CellFactNames.Accuracy("validate", 0), CellValue.Of(3.8))),
            "train",
            "validate");
        curve.Validation.ShouldBe([(2, 3.8), (3, .7)]);
        curve.Highest.ShouldBe(3.8);
        curve.LastValidation.ShouldBe(.7);
    }

    [Fact]
    public void Of_FunctionsUnderOtherNames_AreFoundByThem()
    {
        var curve = TrainingCurve.Of(Result([Row("train", 0, 0, "0.1"), Row("validate", 0, 0, "0.9"), Row("validate", 0, 1, "0.9")]), "validate", "train");
        curve.Training.Count.ShouldBe(2);
        curve.Validation.ShouldBe([(0, .1)]);
    }

    [Fact]
    public void Of_NothingPrinted_IsEmpty()
    {
        var curve = TrainingCurve.Of(new([], 1, []), "train", "validate");
        curve.Training.ShouldBeEmpty();
        (curve.LastTraining, curve.LastValidation).ShouldBe((null, null));
    }

    [Fact]
    public void LogDifference_MarksTheWordsThatDiffer_AndEscapes() =>
        LogDifference.Html("Epoch: 0\nValid - Loss: <2>", "Epoch: 0\nTrain - Loss: <1>").ShouldBe(
            "Epoch: 0\n<mark>Valid</mark> - Loss: <mark>&lt;2&gt;</mark>");

    [Fact]
    public void SolvedLine_LinesWithGapsAlone_AndNoneOfListingsThatDoNotGoTogether()
    {
        var exercise = new Listing([[new ListingSpan.Text("    x = ", TokenKind.Plain), new ListingSpan.Gap("a")], [new ListingSpan.Text("y", TokenKind.Plain)]]);
        var solution = new Listing([[new ListingSpan.Text("    x = 1", TokenKind.Plain)], [new ListingSpan.Text("y", TokenKind.Plain)]]);
        SolvedLine.Of(exercise, solution, new Dictionary<string, string> { ["a"] = "<1>" }).ShouldBe(
            [new SolvedLine("x = <span class=\"own-answer\">&lt;1&gt;</span>", "x = 1")]);
        SolvedLine.Of(exercise, new Listing([]), new Dictionary<string, string>()).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Row(string function, int epoch, int batch, string accuracy) => [function, $"{epoch}", $"{batch}", "1.0", accuracy];

    private static CellResult Result(IReadOnlyList<IReadOnlyList<string>> rows, params CellFact[] facts) =>
        new([CellOutput.Of(new CellTable(["function", "epoch", "batch", "loss", "accuracy"], rows))], 1, facts);
}
