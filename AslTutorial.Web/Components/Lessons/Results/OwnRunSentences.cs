using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.RunList;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Lessons.Results;

/// <summary>A run's result in sentences for a lesson's discussion: its end, its range, and the distance of the curves.</summary>
/// <param name="net">The lesson's net; null if it has none.</param>
/// <param name="reference">The epochs of the lesson's reference run; empty for none.</param>
internal sealed class OwnRunSentences(IStringLocalizer<LessonTexts> texts, ModelKind? net, IReadOnlyList<EpochResult> reference)
{
    /// <summary>Whether its numbers can be compared with the reference's: not for a run with wrong functions.</summary>
    public static bool IsTold(RunLine run) => run.Result is not null && !run.IsMarked();

    /// <summary>The reference run; null if the lesson has none.</summary>
    public string? Reference() => RunResult.Of(reference) is { } result ? Join([texts["Own.Reference", reference.Count], .. Told(result)]) : null;

    /// <summary>The learner's own run, with all that makes it different from the lesson's.</summary>
    public string Own(RunLine run)
    {
        IEnumerable<string> sentences = run switch
        {
            _ when run.IsMarked() => [texts["Own.Marked"]],
            { Result: { } result } => [texts[run.EpochsDone == 1 ? "Own.RunOne" : "Own.Run", run.EpochsDone], .. Told(result)],
            { IsActive: true } => [texts["Own.Begun"]],
            _ => [texts["Own.NoEpoch"]],
        };
        return Join([.. sentences, .. Differences(run)]);
    }

    /// <summary>A few words, next to a prediction.</summary>
    public static string Short(IStringLocalizer<LessonTexts> texts, RunResult result) => result.HasRange
        ? texts["Own.ShortRange", result.ValidAccuracy, result.Lowest!, result.Highest!]
        : texts["Own.Short", result.ValidAccuracy];

    private IEnumerable<string> Told(RunResult result)
    {
        yield return texts["Own.Last", result.ValidAccuracy, result.TrainAccuracy];
        if (result.HasRange)
        {
            yield return texts["Own.Range", result.Lowest!, result.Highest!];
        }

        var gap = result.TrainAccuracy - result.ValidAccuracy;
        yield return gap > 0 ? texts["Own.Gap", gap] : texts["Own.NoGap"];
    }

    private IEnumerable<string> Differences(RunLine run)
    {
        if (net is not null && run.Model != net)
        {
            yield return texts["Own.OtherModel"];
        }

        if (run.TrainLimit is { } images)
        {
            yield return texts["Own.Part", images];
        }

        if (run.DataKind == DataSetInfo.Synthetic)
        {
            yield return texts["Own.Synthetic"];
        }

        if (run is { IsActive: true, Result: not null })
        {
            yield return texts["Own.Going"];
        }
        else if (!run.IsActive && run.EpochsDone > 0 && run.EpochsDone < run.Epochs)
        {
            yield return texts["Own.Stopped", run.EpochsDone, run.Epochs];
        }
    }

    private string Join(IEnumerable<string> sentences) => string.Join(texts["Sentence.Separator"], sentences);
}
