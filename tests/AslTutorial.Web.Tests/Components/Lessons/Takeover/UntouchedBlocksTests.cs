using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Components.Lessons.Takeover;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Notebooks;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AslTutorial.Web.Tests.Components.Lessons.Takeover;

public sealed class UntouchedBlocksTests
{
    private static readonly LessonBlock.Predict Choice = new(SampleLesson.Question);
    private static readonly LessonBlock.Predict Written = new(SampleLesson.Shape);
    private static readonly LessonBlock.Reveal Solution = new("solution", "Solution", [new LessonBlock.Prose("<p>This way.</p>")], "dataset");
    private static readonly LessonBlock[] Blocks =
    [
        .. SampleLesson.Lesson.Cells.Select(cell => new LessonBlock.Code(cell)), Choice, Written, SampleLesson.More, Solution,
        new LessonBlock.Picture(SampleLesson.Figure), new LessonBlock.Widget("conv2d"), new LessonBlock.Prose("<p>Read me.</p>"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Drawn_IsWhatTheReaderIsShownWithoutIt(bool areFar)
    {
        using var lesson = Newcomer();
        var live = Show(lesson, areFar).Markup;

        await lesson.Services.GetRequiredService<UntouchedBlocks>().DrawAsync(lesson.Open(Blocks), lesson.Services);

        lesson.Services.GetRequiredService<UntouchedBlocks>().Find(Blocks[0], lesson.Desk).ShouldNotBeNull();
        Show(lesson, areFar).MarkupMatches(live);
    }

    [Fact]
    public async Task Touched_IsDrawnForTheReader_AndTheRestIsNot()
    {
        var drawn = new UntouchedBlocks(NullLoggerFactory.Instance);
        using (var newcomer = Newcomer())
        {
            await drawn.DrawAsync(newcomer.Open(Blocks), newcomer.Services);
            Own(drawn, newcomer).ShouldBeEmpty();
        }

        OwnAfter(drawn, lesson => lesson.Notebooks.Values[("dataset", "label")] = "'labels'").ShouldBe(["dataset", "solution"]);
        OwnAfter(drawn, lesson => lesson.Notebooks.Cells["peek"] = FakeNotebooks.Done([CellOutput.Of("5")], count: 1)).ShouldBe(["peek"]);
        OwnAfter(drawn, lesson => lesson.Notebooks.Cells["peek"] = FakeNotebooks.Done([], count: 0) with { Phase = CellPhase.Waiting }).ShouldBe(["peek"]);
        OwnAfter(drawn, lesson => lesson.Notebooks.Values[("predict:who", "answer")] = "a").ShouldBe(["who"]);
        OwnAfter(drawn, lesson => lesson.Notebooks.Values[("predict:who", "skipped")] = "yes").ShouldBe(["who"]);
        OwnAfter(drawn, lesson => lesson.Exercises.Questions["shape"] = new("5", null)).ShouldBe(["shape"]);
        OwnAfter(drawn, lesson => lesson.Notebooks.Values[("reveal:more", "open")] = "yes").ShouldBe(["more"]);
        OwnAfter(drawn, lesson => lesson.Exercises.States["dataset"] = ExerciseState.Untouched with { Attempts = 1 }).ShouldBe(["dataset", "solution"]);
        OwnAfter(drawn, lesson => lesson.Exercises.States.Clear()).ShouldBe(["dataset"], "work that could not be read");
    }

    [Fact]
    public async Task DrawnByAReaderWhoHasBegun_HoldsNothingOfTheirs()
    {
        using var begun = Newcomer();
        begun.Notebooks.Values[("dataset", "label")] = "'mine'";
        begun.Exercises.Questions["shape"] = new("5", null);
        var drawn = new UntouchedBlocks(NullLoggerFactory.Instance);
        await drawn.DrawAsync(begun.Open(Blocks), begun.Services);

        using var newcomer = Newcomer();

        Own(drawn, newcomer).ShouldBe(["dataset", "shape", "solution"]);
        Blocks.Select(block => drawn.Find(block, newcomer.Desk)).ShouldAllBe(html => html == null || !html.Contains("mine"));
    }

    private static LessonContext Newcomer()
    {
        var lesson = new LessonContext(interactive: false);
        lesson.Exercises.Questions["shape"] = new(null, null);
        lesson.Exercises.States["dataset"] = ExerciseState.Untouched with { HintTotal = 3 };
        return lesson;
    }

    private static IReadOnlyList<string> OwnAfter(UntouchedBlocks drawn, Action<LessonContext> touch)
    {
        using var lesson = Newcomer();
        touch(lesson);
        return Own(drawn, lesson);
    }

    /// <summary>What has to be drawn for the reader.</summary>
    private static IReadOnlyList<string> Own(UntouchedBlocks drawn, LessonContext lesson) =>
        [.. Blocks.Where(block => block is not LessonBlock.Prose && drawn.Find(block, lesson.Desk) is null).Select(NameOf)];

    private static string NameOf(LessonBlock block) => block switch
    {
        LessonBlock.Code code => code.Cell.Id,
        LessonBlock.Predict predict => predict.Question.Id,
        LessonBlock.Reveal reveal => reveal.Id,
        _ => block.GetType().Name,
    };

    private static IRenderedComponent<LessonBlocks> Show(LessonContext lesson, bool areFar) =>
        lesson.Render<LessonBlocks>(page => page
            .Add(p => p.Of, "it")
            .Add(p => p.Blocks, Blocks)
            .Add(p => p.AreFar, areFar)
            .AddCascadingValue(lesson.Desk)
            .AddCascadingValue(new LessonTakeover(isUnderWay: false)));
}
