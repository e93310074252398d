using System.Globalization;
using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises.Judging;

/// <summary>Filled? Can it be read? A known mistake? Right? Executes nothing: what to execute is part of the verdict.</summary>
public static class ExerciseJudge
{
    /// <param name="exercise">The exercise.</param>
    /// <param name="texts">What stands in the gaps, by name. Names it does not have are ignored, gaps that are missing are empty.</param>
    /// <param name="language">Of the messages: "zh-CN" or "en".</param>
    /// <param name="current">Values of names that the learner has changed, such as BATCH_SIZE.</param>
    public static Verdict Judge(
        ExerciseDefinition exercise,
        IReadOnlyDictionary<string, string?> texts,
        string language,
        IReadOnlyDictionary<string, long>? current = null)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        ArgumentNullException.ThrowIfNull(texts);
        var names = current is null ? exercise.Names : exercise.Names.With(current);
        var readings = exercise.Gaps.ToDictionary(gap => gap.Name, gap => gap.Read(texts.GetValueOrDefault(gap.Name), names));
        var written = exercise.Gaps.Where(gap => !readings[gap.Name].IsEmpty).Select(gap => gap.Name).ToHashSet();
        var unfilled = exercise.Gaps
            .Where(gap => !written.Contains(gap.Name) && !(gap.MayBeEmpty && written.Count > 0))
            .Select(gap => gap.Name)
            .ToHashSet();
        var judged = readings
            .Where(item => !unfilled.Contains(item.Key) && item.Value.Fault is null)
            .ToDictionary(item => item.Key, item => item.Value);
        var right = ExchangeRule.FindRight(exercise, judged, names);
        var whole = judged.Count == exercise.Gaps.Count ? MistakeMatch.FindWhole(exercise, judged, right, names) : null;
        var mistakes = whole is null ? MistakeMatch.FindParts(exercise, judged, right, names) : [whole];
        var gaps = exercise.Gaps.Select(gap => Judge(gap, readings[gap.Name], unfilled, right, mistakes, names, language)).ToList();
        var status = Status(gaps, unfilled.Count);
        return new(status, Message(status, gaps, whole, language), gaps, whole, Request(exercise, status, whole, gaps));
    }

    private static GapVerdict Judge(
        ExerciseGap gap,
        AnswerReading reading,
        HashSet<string> unfilled,
        HashSet<string> right,
        IReadOnlyList<ExerciseMistake> mistakes,
        AnswerNames names,
        string language)
    {
        if (unfilled.Contains(gap.Name))
        {
            return new(gap.Name, VerdictStatus.Unattempted, null, null, null, reading);
        }

        if (reading.Fault is { } fault)
        {
            return new(gap.Name, VerdictStatus.Invalid, fault.Text(language), null, null, reading);
        }

        var isRight = right.Contains(gap.Name);
        var mistake = mistakes.FirstOrDefault(candidate => candidate.Gaps.Contains(gap.Name))
            ?? mistakes.FirstOrDefault(candidate => !isRight && candidate.When.ContainsKey(gap.Name));
        var message = mistake is not null ? mistake.Message.In(language)
            : isRight ? null
            : Difference.Explain(gap, reading, names, language);
        var status = mistake is null && isRight ? VerdictStatus.Correct : VerdictStatus.Wrong;
        return new(gap.Name, status, message, reading.ReadAs, mistake?.Id, reading);
    }

    private static VerdictStatus Status(List<GapVerdict> gaps, int unfilled)
    {
        if (unfilled > 0)
        {
            return unfilled == gaps.Count ? VerdictStatus.Unattempted : VerdictStatus.Incomplete;
        }

        return gaps.Exists(gap => gap.Status == VerdictStatus.Invalid) ? VerdictStatus.Invalid
            : gaps.Exists(gap => gap.Status == VerdictStatus.Wrong) ? VerdictStatus.Wrong
            : VerdictStatus.Correct;
    }

    private static string Message(VerdictStatus status, List<GapVerdict> gaps, ExerciseMistake? whole, string language)
    {
        if (whole is not null)
        {
            return whole.Message.In(language);
        }

        var concerned = gaps.Count(gap => gap.Status == (status == VerdictStatus.Incomplete ? VerdictStatus.Unattempted : status));
        var key = $"Verdict.{status}" + (status is VerdictStatus.Correct or VerdictStatus.Unattempted ? "" : concerned == 1 ? ".One" : ".Many");
        return ExerciseTexts.Get(key, language, concerned.ToString(CultureInfo.InvariantCulture));
    }

    private static OutcomeRequest? Request(ExerciseDefinition exercise, VerdictStatus status, ExerciseMistake? whole, List<GapVerdict> gaps) =>
        status is VerdictStatus.Wrong or VerdictStatus.Correct
            ? new(
                exercise.Id,
                whole?.Outcome.Stage ?? exercise.Stage,
                whole?.Outcome.View,
                [.. gaps.Select(gap => new GapValue(gap.Name, gap.Reading.Arguments))])
            : null;
}
