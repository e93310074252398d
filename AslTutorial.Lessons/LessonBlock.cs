namespace AslTutorial.Lessons;

/// <summary>A piece of a lesson: prose that is ready to be shown, or a place for a component.</summary>
public abstract record LessonBlock
{
    private LessonBlock()
    {
    }

    /// <param name="Html">Safe to show as it is: the author's HTML is text in it, and its links go where they may.</param>
    public sealed record Prose(string Html) : LessonBlock;

    /// <summary>Where the learner trains the lesson's net.</summary>
    public sealed record Training : LessonBlock;
}
