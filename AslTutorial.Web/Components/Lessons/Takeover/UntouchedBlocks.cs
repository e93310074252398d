using System.Runtime.CompilerServices;
using AslTutorial.Lessons;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Notebooks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AslTutorial.Web.Components.Lessons.Takeover;

/// <summary>
/// The HTML of the blocks in which a reader has done nothing yet. It is the same for everyone, so that a first
/// response takes it from here; what somebody has touched is always drawn for them. A lesson that is saved anew has other blocks.
/// </summary>
internal sealed class UntouchedBlocks(ILoggerFactory logs)
{
    private readonly ConditionalWeakTable<LessonBlock, string> _drawn = [];

    /// <summary>Whose news a block shows: the ids of a cell, a question or a reveal.</summary>
    public static IEnumerable<string> PlacesOf(LessonBlock block) => block switch
    {
        LessonBlock.Code code => [code.Cell.Id],
        LessonBlock.Predict predict => [LessonPlaces.OfQuestion(predict.Question.Id)],
        LessonBlock.Reveal { SolutionOf: { } exercise } reveal => [LessonPlaces.OfReveal(reveal.Id), exercise],
        LessonBlock.Reveal reveal => [LessonPlaces.OfReveal(reveal.Id)],
        LessonBlock.Predictions { Questions: var questions } =>
            questions.Select(question => LessonPlaces.OfQuestion(question.Id)).Concat(questions.Select(question => question.Cell).OfType<string>()),
        _ => [],
    };

    /// <summary>The block as it is for this reader, or null where it has to be drawn for them.</summary>
    public string? Find(LessonBlock block, LessonDesk desk) =>
        IsTheSameForAll(block) && IsUntouched(block, desk) && _drawn.TryGetValue(block, out var html) ? html : null;

    /// <summary>Draws what this reader has not touched and nobody was shown before.</summary>
    /// <param name="services">Those of the reader's request.</param>
    public async Task DrawAsync(LessonDesk desk, IServiceProvider services)
    {
        var missing = LessonBlock.Unfold(desk.Lesson.Sections.SelectMany(section => section.Blocks).Concat(desk.Lesson.Lead))
            .Where(block => IsTheSameForAll(block) && !_drawn.TryGetValue(block, out _) && IsUntouched(block, desk))
            .ToList();
        if (missing.Count == 0)
        {
            return;
        }

        await using var renderer = new HtmlRenderer(services, logs);
        foreach (var block in missing)
        {
            var page = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(CascadingValue<>.Value)] = desk,
                [nameof(CascadingValue<>.IsFixed)] = true,
                [nameof(CascadingValue<>.ChildContent)] = Alone(block),
            });
            var html = await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<CascadingValue<LessonDesk>>(page)).ToHtmlString());
            _drawn.AddOrUpdate(block, html);
        }
    }

    private static RenderFragment Alone(LessonBlock block) => builder =>
    {
        builder.OpenComponent<LessonBlockView>(0);
        builder.AddComponentParameter(1, nameof(LessonBlockView.Block), block);
        builder.CloseComponent();
    };

    // Save prose, which is HTML as it is, and what shows the reader's own runs.
    private static bool IsTheSameForAll(LessonBlock block) =>
        block is not (LessonBlock.Prose or LessonBlock.Training or LessonBlock.Predictions or LessonBlock.OwnRun or LessonBlock.Confusion or LessonBlock.Inside);

    // A page whose reader's work could not be read does not know an exercise's hints.
    private static bool IsUntouched(LessonBlock block, LessonDesk desk) => PlacesOf(block).All(desk.IsUntouched)
        && (block is not LessonBlock.Code { Cell: { IsExercise: true, Id: var exercise } } || desk.Book.Exercises.ContainsKey(exercise));
}
