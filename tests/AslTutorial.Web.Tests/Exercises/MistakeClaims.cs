using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Tests.Exercises;

/// <summary>What the texts about a mistake claim of its run beyond the numbers themselves.</summary>
internal static class MistakeClaims
{
    private const double Guessing = 1.0 / 24;

    /// <summary>In the run of the check.</summary>
    public static void ShouldHold(string mistake, ExecutedOutcome outcome)
    {
        switch (mistake)
        {
            case "names-swapped":
                Of(outcome, "first", "mean_loss").ShouldBe(Math.Log(24), 0.1, "an untrained net guesses");
                break;
            case "validating-on-train":
                Of(outcome, "first", "ceiling").ShouldBeGreaterThan(1);
                Of(outcome, "first", "accuracy").ShouldBe(Of(outcome, "first", "share") * Of(outcome, "first", "ceiling"), 1e-9);
                break;
            case "training-on-valid":
                Of(outcome, "second", "ceiling").ShouldBeLessThan(1);
                Of(outcome, "second", "accuracy").ShouldBeLessThanOrEqualTo(Of(outcome, "second", "ceiling"));
                break;
            case "everything-swapped":
                Of(outcome, "first", "ceiling").ShouldBeGreaterThan(1);
                Of(outcome, "second", "ceiling").ShouldBeLessThan(1);
                break;
        }
    }

    /// <summary>In the longer run beside the right one.</summary>
    public static void ShouldShow(string mistake, Consequence shown)
    {
        switch (mistake)
        {
            case "eval-in-train":
                // It learns, and another net than the right one.
                Last(shown.Own, "train").ShouldBeGreaterThan(Guessing);
                Last(shown.Own, "train").ShouldBeLessThan(Last(shown.Right, "train"));
                break;
            case "words-swapped":
                Last(shown.Own, "train").ShouldBe(Last(shown.Right, "train"), "the computing is right");
                break;
        }
    }

    private static double Last(CellResult result, string function) => result.Facts
        .Where(fact => fact.Name.StartsWith($"{function}.", StringComparison.Ordinal) && fact.Name.EndsWith(".accuracy", StringComparison.Ordinal))
        .Last().Value.Real;

    private static double Of(ExecutedOutcome outcome, string which, string measure) =>
        outcome.Result!.Facts.Single(fact => fact.Name == CellFactNames.OfFunction(which, measure)).Value.Real;
}
