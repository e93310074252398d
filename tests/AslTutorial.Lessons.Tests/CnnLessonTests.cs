using System.Text.RegularExpressions;
using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Listings;

namespace AslTutorial.Lessons.Tests;

/// <summary>Lesson 3 as it stands in content/.</summary>
public sealed partial class CnnLessonTests
{
    private static readonly string[] HeadingNumbers =
    [
        "3", "3.1", "3.2", "3.2.1", "3.2.2", "3.2.3", "3.3", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.5", "3.3.6",
        "3.4", "3.5", "3.5.1", "3.6", "3.6.1", "3.6.2",
    ];

    private static readonly string[] CellIds =
    [
        "setup", "load", "peek", "peek-shape", "reshape", "dataset", "dataloader", "batch", "batch-x-shape", "batch-y-shape",
        "model", "summary", "accuracy", "train-validate", "train",
    ];

    public static TheoryData<string> Languages => ["zh-CN", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Cnn_EachLanguage_AllSectionsInOrder(string language)
    {
        var lesson = Read(language);
        lesson.Number.ShouldBe(3);
        lesson.Sections.Select(s => s.Number).ShouldBe(HeadingNumbers);
        lesson.Sections.ShouldAllBe(s => s.Level == (s.Number.Count(c => c == '.') == 2 ? 3 : 2));
        lesson.Sections.ShouldAllBe(s => s.Blocks.Count > 0 || s.Number == "3.2");
        lesson.Sections.Where(s => All(s).OfType<LessonBlock.Training>().Any()).ShouldHaveSingleItem().Id.ShouldBe("training-the-model");
        lesson.Sections.Where(s => All(s).OfType<LessonBlock.Restart>().Any()).ShouldHaveSingleItem().Id.ShouldBe("free-memory");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Cnn_EachLanguage_AllCellsInOrder(string language)
    {
        var lesson = Read(language);
        lesson.Cells.Select(c => c.Id).ShouldBe(CellIds);
        lesson.Cells.Where(c => c.IsExercise).Select(c => (c.Id, c.Gaps.Count)).ShouldBe([("dataset", 4), ("dataloader", 2), ("train-validate", 8)]);
        lesson.Questions.Count.ShouldBe(11);
        lesson.Sections.SelectMany(All).OfType<LessonBlock.Picture>().Count().ShouldBe(8);
    }

    [Fact]
    public void Cnn_BothLanguages_SameIdsNumbersAndLinks()
    {
        var (chinese, english) = (Read("zh-CN"), Read("en"));
        chinese.Sections.Select(s => s.Id).ShouldBe(english.Sections.Select(s => s.Id));
        foreach (var (zh, en) in chinese.Sections.Zip(english.Sections))
        {
            Links(zh).ShouldBe(Links(en), $"links of {en.Number}");
            Numbers(zh).Except(Numbers(en)).ShouldBeEmpty($"numbers of {en.Number} that only the Chinese text has");
        }
    }

    [Theory]
    [InlineData("3.2.1", "27,455", "7,172", "784", "3,920")]
    [InlineData("3.2.3", "31", "27,455", "4", "7,172")]
    [InlineData("3.3.1", "401,920", "15,386,000", "22 × 22")]
    [InlineData("3.3.2", "25,088", "50")]
    [InlineData("3.5", "858", "225", "263.0673 ÷ 858 ≈ 0.307")]
    [InlineData("3.5.1", "0.9994", "0.9770", "0.9922", "0.9636")]
    public void Cnn_Facts_Stated(string section, params string[] facts)
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            // A size does not break across lines.
            var html = Html(Read(language).Sections.Single(s => s.Number == section)).Replace('\u00a0', ' ');
            foreach (var fact in facts)
            {
                html.ShouldContain(fact, Case.Sensitive, $"{language} {section}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Cnn_WhatAPageShows_GivesNoAnswerAway(string language)
    {
        var lesson = Read(language);
        var shown = string.Concat(lesson.Sections.Select(Html))
            + string.Concat(lesson.Cells.SelectMany(c => c.Python.Spans).OfType<ListingSpan.Text>().Select(t => t.Characters));
        foreach (var answer in new[] { "shuffle=True", "in valid_loader", "in train_loader", "pixels.pop(\"label\")", "pixels.reshape(-1, IMG_CHS" })
        {
            shown.ShouldNotContain(answer);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Cnn_WhatTellsTheAnswerOfAQuestion_WaitsForIt(string language)
    {
        var lesson = Read(language);
        var open = lesson.Sections.SelectMany(section => section.Blocks).ToList();
        var shown = string.Concat(open.OfType<LessonBlock.Prose>().Select(prose => prose.Html))
            + string.Concat(open.OfType<LessonBlock.Picture>().Select(picture => picture.Figure.CaptionHtml + picture.Figure.AltText));
        foreach (var telling in new[] { "3,920", "858", "250", "11,300", "404,099", "346,112", "75 maps of", "75 张", "7 / 2", "0.9564", "0.9922", "0.9636" })
        {
            shown.ShouldNotContain(telling);
        }

        open.OfType<LessonBlock.Code>().SelectMany(code => code.Cell.Python.Spans).OfType<ListingSpan.Fact>().ShouldBeEmpty();
        open.OfType<LessonBlock.Picture>().Select(picture => picture.Figure.Id).ShouldBeSubsetOf(
            ["neighbours", "convolution", "receptive-field", "batch-normalisation", "max-pooling", "dropout"]);
        open.OfType<LessonBlock.Widget>().Select(widget => widget.Id).ShouldBe(["batchnorm", "maxpool"]);
        lesson.Sections.SelectMany(All).OfType<LessonBlock.Training>().Single().Question.ShouldBe("validation-curve");
        lesson.Sections.SelectMany(All).OfType<LessonBlock.Predictions>().Single().Questions.ShouldBe(lesson.Questions);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Cnn_Solutions_StayInTheLibrary(string language)
    {
        var library = Lessons();
        foreach (var exercise in library.Find("cnn", language)!.Cells.Where(c => c.IsExercise))
        {
            var solution = library.FindSolution("cnn", language, exercise.Id).ShouldNotBeNull();
            solution.Python.Spans.ShouldAllBe(s => s is ListingSpan.Text);
            solution.ExplanationHtml.ShouldStartWith("<p>");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Cnn_SolutionOfTheDataSet_HeightBeforeWidthInPythonAndInTheText(string language)
    {
        const string order = "reshape(-1, IMG_CHS, IMG_HEIGHT, IMG_WIDTH)";
        var solution = Lessons().FindSolution("cnn", language, "dataset").ShouldNotBeNull();
        string.Concat(solution.Python.Spans.OfType<ListingSpan.Text>().Select(t => t.Characters)).ShouldContain(order);
        File.ReadAllText(Path.Combine(Repository.Lessons, "cnn", $"{language}.md")).ShouldContain(order);
    }

    [Theory]
    [InlineData("3.3", "https://docs.pytorch.org/vision/stable/models.html", "https://pytorch.org/hub/", "https://huggingface.co/models", "https://catalog.ngc.nvidia.com/models")]
    [InlineData("3.3.2", "https://arxiv.org/abs/1502.03167", "https://stackoverflow.com/questions/39691902/ordering-of-batch-normalization-and-dropout", "https://github.com/keras-team/keras/issues/1802")]
    public void Cnn_WhereModelsAreFoundAndTheirOrderDebated_Linked(string section, params string[] links)
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var html = Html(Read(language).Sections.Single(s => s.Number == section));
            links.ShouldAllBe(link => html.Contains($"href=\"{link}\"", StringComparison.Ordinal), language);
        }
    }

    private static LessonLibrary Lessons() => new(Repository.Lessons, Repository.WebRoot);

    private static Lesson Read(string language) => Lessons().Find("cnn", language).ShouldNotBeNull();

    private static string Html(LessonSection section) => string.Concat(All(section).OfType<LessonBlock.Prose>().Select(b => b.Html));

    private static IEnumerable<LessonBlock> All(LessonSection section) => LessonBlock.Unfold(section.Blocks);

    private static IEnumerable<string> Links(LessonSection section) => Link().Matches(Html(section)).Select(m => m.Groups[1].Value);

    // Those that carry a fact; small ones may be words in one language and digits in the other.
    private static IEnumerable<string> Numbers(LessonSection section) =>
        BigNumber().Matches(Html(section)).Select(m => m.Value).Distinct();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex(@"\d{3,}|\d+[.,]\d+")]
    private static partial Regex BigNumber();
}
