using AslTutorial.Lessons;

namespace AslTutorial.Web.Components.Lessons;

/// <summary>
/// By what a block is known when its section is drawn anew from a saved file: a cell stays the same cell, with what is
/// typed in it, whatever comes to stand above it.
/// </summary>
internal static class BlockKey
{
    /// <returns>Unique in a lesson; null for prose, which keeps nothing.</returns>
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
