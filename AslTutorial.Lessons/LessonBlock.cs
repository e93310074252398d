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
    /// <param name="Question">The reference run's curve waits for the answer to it; null where it waits for none.</param>
    public sealed record Training(string? Question = null) : LessonBlock;

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

    /// <summary>What gives the answers to questions away: folded until each of them was answered or skipped.</summary>
    /// <param name="Id">Unique in the lesson, the same in every language.</param>
    /// <param name="Questions">Ids of questions that stand before it; at least one.</param>
    /// <param name="Blocks">In reading order; none of them is another one of this kind.</param>
    public sealed record After(string Id, IReadOnlyList<string> Questions, IReadOnlyList<LessonBlock> Blocks) : LessonBlock;

    /// <summary>The learner's predictions beside what came out.</summary>
    /// <param name="Questions">Those that stand before it, in the order of the page.</param>
    public sealed record Predictions(IReadOnlyList<LessonQuestion> Questions) : LessonBlock;

    /// <summary>What came of the learner's own training, beside the reference run.</summary>
    public sealed record OwnRun : LessonBlock;

    /// <summary>Which letters the net of the learner's own training confuses.</summary>
    public sealed record Confusion : LessonBlock;

    /// <summary>The net of the learner's own training, to be looked into.</summary>
    public sealed record Inside : LessonBlock;

    /// <summary>The same blocks with those that wait for an answer among them, in reading order.</summary>
    /// <param name="blocks">Of a section, or of the lead.</param>
    public static IEnumerable<LessonBlock> Unfold(IEnumerable<LessonBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return blocks.SelectMany(block => block is After after ? after.Blocks : (IReadOnlyList<LessonBlock>)[block]);
    }
}
