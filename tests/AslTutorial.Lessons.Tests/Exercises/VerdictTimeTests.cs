using System.Diagnostics;
using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Tests.Exercises;

/// <summary>How long a verdict takes without execution. Run it with --explicit only: a figure, not a check.</summary>
public sealed class VerdictTimeTests(ITestOutputHelper output)
{
    private const int Rounds = 200;

    [Fact(Explicit = true)]
    public void Judge_SolutionsAndMistakes_MedianTime()
    {
        var cases = CnnExercises.All
            .SelectMany(exercise => exercise.Mistakes
                .Select(mistake => exercise.Solution([.. mistake.When.Select(item => (item.Key, (string?)item.Value[0].Written))]))
                .Append(exercise.Solution()), (exercise, texts) => (exercise, texts))
            .ToList();
        var first = Time(cases[0]);
        var times = Enumerable.Range(0, Rounds).SelectMany(_ => cases).Select(Time).Order().ToList();
        output.WriteLine(
            $"{times.Count:N0} verdicts: median {times[times.Count / 2].TotalMicroseconds:N0} µs, 99th percentile "
            + $"{times[times.Count * 99 / 100].TotalMicroseconds:N0} µs, slowest {times[^1].TotalMilliseconds:N1} ms, first {first.TotalMilliseconds:N1} ms");
        times[times.Count / 2].ShouldBeLessThan(TimeSpan.FromMilliseconds(100));

        static TimeSpan Time((Lessons.Exercises.ExerciseDefinition Exercise, Dictionary<string, string?> Texts) one)
        {
            var start = Stopwatch.GetTimestamp();
            ExerciseJudge.Judge(one.Exercise, one.Texts, "zh-CN");
            return Stopwatch.GetElapsedTime(start);
        }
    }
}
