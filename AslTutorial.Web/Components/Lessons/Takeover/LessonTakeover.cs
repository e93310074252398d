using AslTutorial.Lessons;

namespace AslTutorial.Web.Components.Lessons.Takeover;

/// <summary>
/// Lets a circuit take over a prerendered lesson without building everything at once: its first rendering leaves the blocks empty, and
/// the browser moves the prerendered content into them (takeover.js). An interactive block is built when the reader comes near it or
/// something in it changes; prose and figures are never built again.
/// </summary>
/// <param name="isUnderWay">Whether the prerendered page shows this lesson; else every block is built at once.</param>
internal sealed class LessonTakeover(bool isUnderWay)
{
    /// <summary>Whether the first rendering leaves this block to the browser. Not the training panel: moving its chart would draw it again.</summary>
    public bool Keeps(LessonBlock block) => isUnderWay && block is not LessonBlock.Training;

    /// <summary>Whether a block is static, so that the circuit never has to build it.</summary>
    public static bool IsStill(LessonBlock block) => block is LessonBlock.Prose or LessonBlock.Picture;

    /// <summary>After the first rendering: blocks added from now on were not prerendered.</summary>
    public void End() => isUnderWay = false;
}
