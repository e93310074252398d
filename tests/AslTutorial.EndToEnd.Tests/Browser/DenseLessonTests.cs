using AslTutorial.EndToEnd.Tests.Site;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Lesson 2, solved from top to bottom without a mouse, and checked by axe.</summary>
[Collection(TrainingCollection.Name)]
public sealed class DenseLessonTests(ChromiumFixture chromium, RunningSite site)
{
    private static readonly AxeRunContext Lesson = new() { Include = [new(".exercise"), new("[data-predict]"), new(".widget"), new(".training-panel")] };

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["normalize/train"] = "／２５５",
        ["normalize/valid"] = "/ x_valid.max()",
        ["model/inputs"] = "28 * 28",
        ["model/first_activation"] = "nn.ReLU( )",
        ["model/hidden"] = "512",
        ["model/second_activation"] = "nn.ReLU（）",
        ["model/outputs"] = "n_classes",
        ["model/after"] = "",
        ["accuracy/output"] = "output",
        ["accuracy/labels"] = "y",
        ["accuracy/count"] = "N",
        ["predict:columns/answer"] = "785",
        ["predict:batch-shape/answer"] = "[32, 784]",
        ["predict:first-layer/answer"] = "512 * 785",
    };

    private static readonly Dictionary<string, string> Choices = new()
    {
        ["predict:who-shuffles"] = "train",
        ["predict:equal-guesses"] = "ln24",
        ["predict:validation-course"] = "behind",
        ["predict:first-epoch"] = "later",
        ["predict:one-pixel"] = "most",
    };

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Lesson_KeyboardAlone_EveryExerciseSolvedEveryCellRunEveryQuestionRight(string culture)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, locale: culture);
        var notebook = await NotebookOnPage.OpenAsync(visit, $"/lessons/dense?culture={culture}");

        await new LessonByKeyboard(visit.Page, notebook, Answers, Choices).SolveAsync("normalize", "model", "accuracy");

        await CheckByAxeAsync(visit);
        visit.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Widget_OnAPhone_TheHandMovesAndAxeHasNothingToSay(ColorScheme theme)
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address, width: 390, theme: theme);
        await NotebookOnPage.OpenAsync(visit, "/lessons/dense?culture=en");
        var widget = visit.Page.Locator("[data-widget='dense-unit']");
        var changed = widget.Locator("tbody tr").First.Locator("td").Last;
        var sum = widget.Locator("tbody tr").Nth(1).Locator("td").Last;
        await Assertions.Expect(changed).ToHaveTextAsync("0 of 784");
        var before = await sum.TextContentAsync();

        await widget.GetByRole(AriaRole.Button, new() { Name = "right" }).ClickAsync();

        await Assertions.Expect(changed).ToHaveTextAsync("650 of 784");
        (await sum.TextContentAsync()).ShouldNotBe(before);
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
        await CheckByAxeAsync(visit);
        visit.Errors.ShouldBeEmpty();
    }

    private static async Task CheckByAxeAsync(Visit visit) => (await visit.Page.RunAxe(Lesson)).Violations
        .Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Target))}")
        .ShouldBeEmpty();
}
