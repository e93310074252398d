using AslTutorial.Lessons.Exercises.Judging;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AslTutorial.Lessons.Tests.Exercises;

/// <summary>A true or a false argument, however Python or C# may write it, is judged by what it comes to, in either gap.</summary>
public sealed class TruthSpellingTests
{
    /// <param name="Text">As written.</param>
    /// <param name="IsTrue">What Python comes to.</param>
    public sealed record Spelling(string Text, bool IsTrue);

    public static Arbitrary<Spelling> Spellings()
    {
        var plain = Gen.Elements(
            new Spelling("True", true), new("1", true), new("1.0", true), new("+1", true), new("0x1", true),
            new("False", false), new("0", false), new("0.0", false), new("-0", false));
        var asked = Gen.Elements(
            new Spelling("None", false), new("''", false), new("'False'", true), new("2", true), new("BATCH_SIZE", true), new("0.5", true), new("IMG_CHS - 1", false));
        var wrapped =
            from inner in Gen.OneOf(plain, asked)
            from wraps in Gen.Elements("not {0}", "bool({0})", "not ({0})", "(not {0})", "not not {0}", "bool(not {0})").NonEmptyListOf()
            select wraps.Take(6).Aggregate(inner, Wrap);
        return Gen.OneOf(plain, plain.Select(inner => inner with { Text = $"({inner.Text})" }), wrapped).ToArbitrary();
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(TruthSpellingTests)])]
    public void Judge_AnySpelling_ByWhatItComesTo(Spelling spelling)
    {
        foreach (var argument in new[] { $"shuffle={spelling.Text}", $" shuffle = {spelling.Text} ,", $"shuffle: {spelling.Text}" })
        {
            StatusOf("train_shuffle", argument).ShouldBe(spelling.IsTrue ? VerdictStatus.Correct : VerdictStatus.Wrong, argument);
            StatusOf("valid_shuffle", argument).ShouldBe(spelling.IsTrue ? VerdictStatus.Wrong : VerdictStatus.Correct, argument);
        }
    }

    /// <summary>Whatever is known of one gap is known of the other: a mistake that is not one of the order has a message in both.</summary>
    [Theory]
    [InlineData("shuffle=true")]
    [InlineData("shuffle=false")]
    [InlineData("shuffle=TRUE")]
    [InlineData("shuffle=FALSE")]
    [InlineData("True")]
    [InlineData("False")]
    [InlineData("1")]
    [InlineData("shuffle")]
    [InlineData("Shuffle=True")]
    [InlineData("Shuffle=False")]
    [InlineData("shuffle='True'")]
    [InlineData("shuffle='False'")]
    public void Judge_SlipInEitherGap_KnownInBoth(string argument)
    {
        MistakeIn("train_shuffle").ShouldNotBeNull();
        MistakeIn("valid_shuffle").ShouldNotBeNull();

        string? MistakeIn(string gap) => Judge(gap, argument).Mistake?.Id;
    }

    private static Spelling Wrap(Spelling inner, string wrap)
    {
        var negations = wrap.Split("not ").Length - 1;
        return new(string.Format(System.Globalization.CultureInfo.InvariantCulture, wrap, inner.Text), inner.IsTrue == (negations % 2 == 0));
    }

    private static VerdictStatus StatusOf(string gap, string argument) => Judge(gap, argument).Gaps.Single(one => one.Name == gap).Status;

    private static Verdict Judge(string gap, string argument) =>
        ExerciseJudge.Judge(CnnExercises.Dataloader, CnnExercises.Dataloader.Solution((gap, argument)), "en");
}
