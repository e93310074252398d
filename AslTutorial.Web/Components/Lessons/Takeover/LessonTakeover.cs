using AslTutorial.Lessons;

namespace AslTutorial.Web.Components.Lessons.Takeover;

/// <summary>
/// How a circuit takes a prerendered lesson over without building all of it in one go: its first drawing leaves the blocks
/// empty, and the browser moves what is drawn already into them (takeover.js). A block that answers to the reader is built
/// when the reader comes near it, or something happens to it; prose and figures stay what they are.
/// </summary>
/// <param name="isUnderWay">Whether the page before this circuit is this very lesson; otherwise every block is built at once.</param>
internal sealed class LessonTakeover(bool isUnderWay)
{
    /// <summary>Whether the first drawing leaves this block to the browser. A chart would be drawn once more for being moved.</summary>
    public bool Keeps(LessonBlock block) => isUnderWay && block is not LessonBlock.Training;

    /// <summary>Whether a block has nothing that a circuit would have to build.</summary>
    public static bool IsStill(LessonBlock block) => block is LessonBlock.Prose or LessonBlock.Picture;

    /// <summary>The page is drawn: what comes into it from now on was not there before.</summary>
    public void End() => isUnderWay = false;
}
