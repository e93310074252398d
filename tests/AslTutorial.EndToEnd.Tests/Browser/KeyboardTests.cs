using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The whole lesson in Chinese, solved from top to bottom without a mouse.</summary>
[Collection(TrainingCollection.Name)]
public sealed class KeyboardTests(ChromiumFixture chromium, RunningSite site)
{
    /// <summary>As a Chinese keyboard writes some of them.</summary>
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["dataset/label"] = "‘label’",
        ["dataset/channels"] = "IMG_CHS",
        ["dataset/width"] = "２８",
        ["dataset/height"] = "14*2",
        ["dataloader/train_shuffle"] = "shuffle＝True",
        ["dataloader/valid_shuffle"] = "",
        ["train-validate/first_name"] = "validate",
        ["train-validate/first_mode"] = "eval",
        ["train-validate/first_loader"] = "valid_loader",
        ["train-validate/first_word"] = "Valid",
        ["train-validate/second_name"] = "train",
        ["train-validate/second_mode"] = "train",
        ["train-validate/second_loader"] = "train_loader",
        ["train-validate/second_word"] = "Train",
        ["predict:reshape-shape/answer"] = "(5, 1, 28, 28)",
        ["predict:batch-count/answer"] = "858",
        ["predict:shape-block-1/answer"] = "25×14×14",
        ["predict:shape-block-3/answer"] = "75，3，3",
        ["predict:params-conv1/answer"] = "250",
        ["predict:params-conv2/answer"] = "11,300",
        ["predict:dropout-scale/answer"] = "1.25",
    };

    private static readonly Dictionary<string, string> Choices = new()
    {
        ["predict:who-shuffles"] = "weights",
        ["predict:most-parameters"] = "linear1",
        ["predict:initial-loss"] = "ln24",
        ["predict:validation-curve"] = "jumps",
    };

    [Fact]
    public async Task Lesson_KeyboardAlone_EveryExerciseSolvedEveryCellRunEveryQuestionRight()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, locale: "zh-CN");
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=zh-CN");
        await new LessonByKeyboard(visit.Page, notebook, Answers, Choices).SolveAsync("dataset", "dataloader", "train-validate");
        visit.Errors.ShouldBeEmpty();
    }
}
