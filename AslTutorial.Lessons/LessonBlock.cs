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

    /// <summary>Where the learner restarts the kernel, and sees what memory that frees.</summary>
    public sealed record Restart : LessonBlock;

    /// <summary>A code cell, or an exercise: a cell with gaps.</summary>
    public sealed record Code(LessonCell Cell) : LessonBlock;

    /// <summary>A live picture of a layer, known to the site by its id.</summary>
    public sealed record Widget(string Id) : LessonBlock;

    /// <summary>A drawing with its caption.</summary>
    public sealed record Picture(LessonFigure Figure) : LessonBlock;

    /// <summary>A question before the result is seen.</summary>
    public sealed record Predict(LessonQuestion Question) : LessonBlock;

    /// <summary>Text that waits behind its title.</summary>
    /// <param name="Id">Unique in the lesson, the same in every language.</param>
    /// <param name="Title">Plain text.</param>
    /// <param name="Blocks">What is shown when it is opened.</param>
    /// <param name="SolutionOf">The exercise whose solution it is: nothing of it may leave the server before it is asked for. Null for any other.</param>
    public sealed record Reveal(string Id, string Title, IReadOnlyList<LessonBlock> Blocks, string? SolutionOf) : LessonBlock;
}
