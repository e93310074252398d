using System.Runtime.CompilerServices;
using AslTutorial.Lessons;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Notebooks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AslTutorial.Web.Components.Lessons.Takeover;

/// <summary>
/// Caches the HTML of blocks in which a reader has done nothing, which is the same for everyone; blocks with a reader's work are always
/// rendered for that reader. A newly saved lesson has new block objects.
/// </summary>
internal sealed class UntouchedBlocks(ILoggerFactory logs)
{
    private readonly ConditionalWeakTable<LessonBlock, string> _drawn = [];

    /// <summary>The ids of all that a block depends on: a cell, a question, a reveal.</summary>
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

    /// <summary>The cached HTML, or null if the block must be rendered for this reader.</summary>
    public string? Find(LessonBlock block, LessonDesk desk) =>
        IsTheSameForAll(block) && IsUntouched(block, desk) && _drawn.TryGetValue(block, out var html) ? html : null;

    /// <summary>Renders the blocks that are untouched by this reader and not cached yet.</summary>
    /// <param name="services">The services of the reader's request.</param>
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

    // Not prose, which is HTML already, nor blocks that show the reader's own runs.
    private static bool IsTheSameForAll(LessonBlock block) =>
        block is not (LessonBlock.Prose or LessonBlock.Training or LessonBlock.Predictions or LessonBlock.OwnRun or LessonBlock.Confusion or LessonBlock.Inside);

    // If the reader's work could not be read, the exercise's hints are unknown: do not cache it.
    private static bool IsUntouched(LessonBlock block, LessonDesk desk) => PlacesOf(block).All(desk.IsUntouched)
        && (block is not LessonBlock.Code { Cell: { IsExercise: true, Id: var exercise } } || desk.Book.Exercises.ContainsKey(exercise));
}
