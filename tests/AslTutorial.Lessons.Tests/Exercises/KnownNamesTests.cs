using System.Text.RegularExpressions;

namespace AslTutorial.Lessons.Tests.Exercises;

/// <summary>A name that the lesson's code defines before an exercise is never called unknown in it.</summary>
public sealed partial class KnownNamesTests
{
    [Theory]
    [InlineData("dataset")]
    [InlineData("dataloader")]
    [InlineData("train-validate")]
    public void Names_OfTheCellsAbove_AreKnown(string exercise)
    {
        var code = Path.Combine(CnnExercises.Folder, "code");
        string[] order = ["setup", "load", "peek", "reshape", "dataset", "dataloader", "batch", "model", "summary", "accuracy", "train-validate"];
        var above = order.TakeWhile(cell => cell != exercise).Select(cell => File.ReadAllText(Path.Combine(code, $"{cell}.py")));
        var names = above.SelectMany(text => Definition().Matches(text).Select(match => match.Groups["name"].Value))
            .Concat(above.SelectMany(text => Import().Matches(text)).SelectMany(match => match.Groups["names"].Value.Split(", ")))
            .ToHashSet();

        names.Count.ShouldBeGreaterThan(10);
        var known = CnnExercises.Find(exercise).Names;
        names.Where(name => !known.Knows(name)).ShouldBeEmpty();
    }

    // At the left margin: a variable, a function, a class, the variable of a loop.
    [GeneratedRegex(@"^(?:def |class |for )?(?<name>[A-Za-z_]\w*)(?= =|\(| in )", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^(?:import \S+ as |import |from \S+ import )(?<names>\w+(?:, \w+)*)$", RegexOptions.Multiline)]
    private static partial Regex Import();
}
