using System.Globalization;
using AslTutorial.Lessons.Answers;
using FsCheck.Xunit;

namespace AslTutorial.Lessons.Tests.Answers;

/// <summary>2,000 random and hostile texts for each kind of gap: no exception, bounded work, nothing invented.</summary>
public sealed class HostileAnswerTests
{
    private static readonly AnswerNames Names = new(new Dictionary<string, long> { ["IMG_CHS"] = 1 }, ["validate"], []);

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Read_AnyString_ReadingThatHolds(string text) => Check(text, GapKind.String);

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Read_AnyInteger_ReadingThatHolds(string text) => Check(text, GapKind.Integer);

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Read_AnyBoolean_ReadingThatHolds(string text) => Check(text, GapKind.Boolean);

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Read_AnyName_ReadingThatHolds(string text) => Check(text, GapKind.Name);

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Read_AnyArgument_ReadingThatHolds(string text) => Check(text, GapKind.Argument);

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Read_AnyWords_ReadingThatHolds(string text) => Check(text, GapKind.Text);

    [Fact]
    public void Read_FaultNamesPartWithATab_ShownAsSpace() => Check("r'\\'٣.\t@(1+1)labelFIXMENoneb'1'0'f'{1}'", GapKind.Boolean);

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("'")]
    [InlineData("1+")]
    [InlineData("a=")]
    [InlineData("\ud800")]
    [InlineData("é")]
    public void Read_OneMegabyte_NotEvenLookedAt(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, (1 << 20) / part.Length));
        foreach (var kind in HostileText.Kinds)
        {
            // The allocations of one reading are its work: none that grows with the text.
            AnswerReader.Read(text, kind, Names);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var reading = AnswerReader.Read(text, kind, Names);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000);
            reading.Fault.ShouldNotBeNull().Key.ShouldBe(AnswerFaultKeys.TooLong);
        }
    }

    private static void Check(string text, GapKind kind)
    {
        var reading = AnswerReader.Read(text, kind, Names);
        new[] { reading.IsEmpty, reading.IsValue, reading.Fault is not null }.Count(holds => holds).ShouldBe(1);
        if (reading.Fault is { } fault)
        {
            fault.Position.ShouldBeInRange(0, text.Length);
            foreach (var language in new[] { "zh-CN", "en" })
            {
                fault.Text(language).Length.ShouldBeInRange(1, 500);
                fault.Text(language).ShouldNotContain(c => IsUnsafe(c));
            }
        }

        if (reading.IsValue)
        {
            // What is shown as the answer reads back as the same answer, and hides no character.
            reading.Source.ShouldNotContain(c => IsUnsafe(c));
            var again = AnswerReader.Read(reading.Source, kind, Names, reading.Arguments.Count);
            if (reading.Source.Length <= AnswerLimits.MaxLength && !again.IsEmpty)
            {
                again.Value.ShouldBe(reading.Value);
                again.Keyword.ShouldBe(reading.Keyword);
                again.Source.ShouldBe(reading.Source);
            }
        }
    }

    private static bool IsUnsafe(char sign) => char.GetUnicodeCategory(sign)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
