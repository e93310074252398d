using AslTutorial.Lessons;
using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons;

namespace AslTutorial.Web.Tests.Components.Lessons;

/// <summary>A small lesson with one block of each kind.</summary>
internal static class SampleLesson
{
    public static LessonCell Setup { get; } = new("setup", [], Code([Word("import", TokenKind.Keyword), Plain(" torch")]), [], []);

    public static LessonCell Load { get; } = new("load", ["setup"], Code([Plain("frame = read()")]), [], []);

    public static LessonCell Peek { get; } = new(
        "peek", ["load"], Code([Plain("frame.head("), new ListingSpan.Parameter("rows"), Plain(")")], [Plain("a < b & c")]), [new("rows", "rows to show")], []);

    public static LessonCell Dataset { get; } = new(
        "dataset",
        ["load"],
        Code([Plain("pop("), new ListingSpan.Gap("label"), Plain(")")], [Plain("reshape("), new ListingSpan.Gap("channels"), Plain(")")]),
        [],
        [new("label", "the column"), new("channels", "number of channels")]);

    public static LessonCell Model { get; } = new(
        "model",
        ["load"],
        Code([Plain("Conv2d(),  "), new ListingSpan.Fact("layer.0.shape", "# 25 x 28 x 28")], [Plain("Linear(), "), new ListingSpan.Fact("layer.1.shape", "# 512")]),
        [],
        []);

    public static LessonFigure Figure { get; } =
        new("pooling", new("<svg class=\"w\"></svg>", 720, 290.5), new("<svg class=\"n\"></svg>", 340, 672), 4, "<p>A caption.</p>", "alt", "description");

    public static LessonQuestion Question { get; } = new("who", "<p>Who?</p>", [new("a", "The one"), new("b", "The other")], "peek");

    public static LessonQuestion Shape { get; } = new("shape", "<p>What shape?</p>", [], null);

    public static LessonBlock.Reveal Solution { get; } = new("solution-1", "Solution", [new LessonBlock.Prose("<p>the answer is 42</p>")], "dataset");

    public static LessonBlock.Reveal More { get; } = new("more", "More", [new LessonBlock.Prose("<p>read on</p>")], null);

    /// <summary>What the programs of the real lesson of that name offer.</summary>
    public static LessonDescription Programs { get; } = TaughtLessons.Course.Find("cnn")!;

    public static Lesson Lesson { get; } = new(
        "cnn",
        "en",
        3,
        "A lesson",
        [],
        [
            new("3.1", "Goals", "goals", 2, [new LessonBlock.Prose("<p>prose</p>"), new LessonBlock.Code(Setup)]),
            new("3.2", "Data", "data-section", 2, [new LessonBlock.Code(Load), new LessonBlock.Code(Peek), new LessonBlock.Code(Dataset)]),
            new("3.3", "Words", "words", 2, [new LessonBlock.Prose("<p>only words</p>")]),
            new("3.4", "Model", "model-section", 2, [new LessonBlock.Code(Model)]),
        ],
        null,
        null)
    {
        Cells = [Setup, Load, Peek, Dataset, Model],
        Questions = [Question, Shape],
    };

    private static Listing Code(params IReadOnlyList<ListingSpan>[] lines) => new(lines);

    private static ListingSpan.Text Plain(string text) => new(text, TokenKind.Plain);

    private static ListingSpan.Text Word(string text, TokenKind kind) => new(text, kind);
}
