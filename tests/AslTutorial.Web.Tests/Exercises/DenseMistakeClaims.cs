using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Tests.Exercises;

/// <summary>What the texts about a mistake of lesson 2 claim of its run beyond the numbers themselves.</summary>
internal static class DenseMistakeClaims
{
    private static readonly double Guessing = Math.Log(24);

    /// <summary>In the run of the check.</summary>
    public static void ShouldHold(string mistake, ExecutedOutcome outcome)
    {
        switch (mistake)
        {
            case "by-256":
                Of(outcome, "x_train.max").ShouldBeInRange(0.99, 0.999);
                break;
            case "by-225" or "by-size":
                Of(outcome, "x_train.max").ShouldBeGreaterThan(0);
                Of(outcome, "x_train.max").ShouldNotBe(1);
                break;
            case "twice" or "floor":
                Of(outcome, "train.loss.2").ShouldBe(Guessing, 0.2, "it has hardly learnt");
                break;
            case "only-train" or "maximum-of-the-other":
                Of(outcome, "valid.loss").ShouldBeGreaterThan(3 * Of(outcome, "train.loss.2"));
                break;
            case "only-valid" or "subtract" or "centred" or "multiply" or "remainder":
                Of(outcome, "first_loss").ShouldBeGreaterThan(1.5 * Guessing);
                break;
            case "by-minimum":
                double.IsNaN(Of(outcome, "first_loss")).ShouldBeTrue();
                break;
            case "whole-alphabet":
                Of(outcome, "first_loss").ShouldBe(Math.Log(26), 0.12);
                break;
            case "units-as-outputs":
                Of(outcome, "first_loss").ShouldBeGreaterThan(1.5 * Guessing);
                break;
            case "compared-with-itself":
                Of(outcome, "train.accuracy").ShouldBe(1, 1e-9);
                Of(outcome, "train.share").ShouldBeLessThan(1);
                break;
            case "batch-size" or "classes-for-count":
                Of(outcome, "train.accuracy").ShouldBeGreaterThan(1);
                break;
            case "always-train":
                Of(outcome, "validate.accuracy").ShouldBeLessThan(Of(outcome, "validate.share"));
                break;
            case "always-valid":
                Of(outcome, "train.accuracy").ShouldBeGreaterThan(Of(outcome, "train.share"));
                break;
        }
    }

    /// <summary>In the longer run beside the right one.</summary>
    public static void ShouldShow(string mistake, Consequence shown)
    {
        switch (mistake)
        {
            case "twice" or "floor" or "softmax-at-the-end" or "softmax-inside" or "sigmoid-at-the-end":
                Last(shown.Own).ShouldBeLessThan(Last(shown.Right), $"{mistake}: it learns slowly");
                break;
        }
    }

    private static double Last(CellResult result) => result.Facts
        .Where(fact => fact.Name.StartsWith("train.", StringComparison.Ordinal) && fact.Name.EndsWith(".loss", StringComparison.Ordinal) && fact.Name != "train.loss")
        .Select(fact => -fact.Value.Real)
        .Last();

    private static double Of(ExecutedOutcome outcome, string fact)
    {
        var value = outcome.Result!.Facts.Single(known => known.Name == fact).Value;
        return value.Kind == CellValueKind.Integer ? value.Integer : value.Real;
    }
}
