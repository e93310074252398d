using System.ComponentModel;
using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Web.Api;

/// <summary>What a gap has come to.</summary>
internal sealed record GapCheckReply(
    [property: Description("unattempted (it is empty), invalid (it cannot be read as a value), wrong or correct.")] string Status,
    [property: Description("A sentence, or null. Gaps of one mistake carry the same one.")] string? Message,
    [property: Description("What it was read as, where full-width signs were taken for Python's; else null.")] string? ReadAs,
    [property: Description("The id of the known mistake that the message is of, or null.")] string? Mistake)
{
    public static GapCheckReply From(GapVerdict gap) => new(CheckReply.Word(gap.Status), gap.Message, gap.ReadAs, gap.Mistake);
}
