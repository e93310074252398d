using AslTutorial.Lessons;

namespace AslTutorial.Web.Components.Lessons;

/// <summary>
/// The key of a block when its section is rendered again from a saved file: a cell stays the same cell, with what is typed in it, even if
/// the blocks above it change.
/// </summary>
internal static class BlockKey
{
    /// <returns>Unique in a lesson; null for prose, which has no state.</returns>
    public static object? Of(LessonBlock block) => block switch
    {
        LessonBlock.Code code => ("cell", code.Cell.Id),
        LessonBlock.Widget widget => ("widget", widget.Id),
        LessonBlock.Picture picture => ("figure", picture.Figure.Id),
        LessonBlock.Predict predict => ("predict", predict.Question.Id),
        LessonBlock.Reveal reveal => ("reveal", reveal.Id),
        LessonBlock.Training => ("training", ""),
        LessonBlock.Restart => ("restart", ""),
        LessonBlock.After after => ("after", after.Id),
        LessonBlock.Predictions => ("predictions", ""),
        LessonBlock.OwnRun => ("own-run", ""),
        LessonBlock.Confusion => ("confusion", ""),
        LessonBlock.Inside => ("inside", ""),
        _ => null,
    };
}
