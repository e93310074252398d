using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The whole lesson in Chinese, solved from top to bottom without a mouse.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(ChromiumFixture chromium, RunningSite site)
{
    /// <summary>More stops than the lesson has; reached only if Tab goes round in a circle.</summary>
    private const int MostStops = 1_000;

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
        var page = visit.Page;
        var stops = new HashSet<string>();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = await FocusAsync(page);
            if (focus.Kind == "end")
            {
                break;
            }

            await ActAsync(page, notebook, focus, stops);
        }

        foreach (var exercise in new[] { "dataset", "dataloader", "train-validate" })
        {
            await Assertions.Expect(notebook.Cell(exercise).Locator(".exercise-head.is-solved")).ToBeVisibleAsync();
        }

        (await page.Locator("[data-predict]:not(.is-answered)").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.id + ' ' + box.innerText)")).ShouldBeEmpty();
        (await page.Locator("[data-predict]:has(.is-wrong)").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.id + ' ' + box.innerText)")).ShouldBeEmpty();
        (await page.Locator("[data-cell]:has([data-run])").EvaluateAllAsync<string[]>(
            "cells => cells.filter(cell => !/\\d/.test(cell.querySelector('.cell-number').innerText)).map(cell => cell.id)")).ShouldBeEmpty();
        visit.Errors.ShouldBeEmpty();
    }

    private static async Task ActAsync(IPage page, NotebookOnPage notebook, Focus focus, HashSet<string> stops)
    {
        var isNew = stops.Add($"{focus.Kind} {focus.Key}");
        switch (focus.Kind)
        {
            case "gap" when Answers.TryGetValue(focus.Key, out var answer):
                await page.Keyboard.TypeAsync(answer);
                if (focus.IsLast)
                {
                    await page.Keyboard.PressAsync("Enter");
                    await DoneAsync(page, focus);
                }

                break;
            case "choice" when isNew && Choices.TryGetValue(focus.Key, out var wanted):
                // Space chooses the first one, the arrows go on from there.
                await page.Keyboard.PressAsync("Space");
                while (await ChosenAsync(page) != wanted)
                {
                    await page.Keyboard.PressAsync("ArrowDown");
                }

                break;
            case "check" when isNew && focus.Key.StartsWith("predict:", StringComparison.Ordinal):
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.Locator($"[id='{focus.Place}'].is-answered")).ToBeVisibleAsync();
                break;
            case "run" when isNew:
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(notebook.Number(focus.Key)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"\[\d+\]"));
                break;
            case "settings" when isNew:
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.Locator(".tp-fields input").First).ToBeVisibleAsync();
                break;
            case "epochs" when isNew:
                // Enter in a field of the form starts the training.
                await page.Keyboard.PressAsync("Control+A");
                await page.Keyboard.TypeAsync("1");
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.Locator(".tp-status[data-state=completed]")).ToBeVisibleAsync();
                break;
        }
    }

    /// <summary>An exercise is solved, a question answered.</summary>
    private static async Task DoneAsync(IPage page, Focus focus)
    {
        if (focus.Key.StartsWith("predict:", StringComparison.Ordinal))
        {
            await Assertions.Expect(page.Locator($"[id='{focus.Place}'].is-answered")).ToBeVisibleAsync();
        }
        else
        {
            await Assertions.Expect(page.Locator($"[id='{focus.Place}'] .exercise-head.is-solved")).ToBeVisibleAsync();
        }
    }

    private static Task<string> ChosenAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.checked ? document.activeElement.value : ''");

    private static Task<Focus> FocusAsync(IPage page) => page.EvaluateAsync<Focus>(
        """
        () => {
          const e = document.activeElement;
          const none = { kind: "other", key: "", place: "", isLast: false };
          if (!e || e === document.body) return { ...none, kind: "end" };
          const home = e.closest("[data-cell], [data-predict]");
          const place = home?.id ?? "";
          const asked = home?.matches("[data-predict]") ? "predict:" + place : place;
          if (e.closest("code-place.gap")) {
            const gaps = [...home.querySelectorAll("code-place.gap input")].filter(gap => gap.offsetParent);
            const key = e.closest("code-place").dataset.key.split("/").slice(1).join("/");
            return { ...none, kind: "gap", key, place, isLast: gaps.at(-1) === e };
          }
          if (e.type === "radio") return { ...none, kind: "choice", key: asked, place };
          if (e.matches("[data-check]")) return { ...none, kind: "check", key: asked, place };
          if (e.matches("[data-run]")) return { ...none, kind: "run", key: place, place };
          if (e.matches(".tp-disclosure")) return { ...none, kind: "settings", key: "training" };
          if (e.matches(".tp-fields input")) {
            return e === e.closest(".tp-fields").querySelector("input") ? { ...none, kind: "epochs", key: "training" } : none;
          }
          return none;
        }
        """);

    /// <summary>What has the focus.</summary>
    private sealed class Focus
    {
        public string Kind { get; set; } = "";

        public string Key { get; set; } = "";

        public string Place { get; set; } = "";

        public bool IsLast { get; set; }
    }
}
