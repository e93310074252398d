using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>A reader without a mouse, who goes through a lesson from top to bottom.</summary>
/// <param name="answers">What is typed, by exercise and gap, or by question.</param>
/// <param name="choices">What is chosen, by question.</param>
internal sealed class LessonByKeyboard(IPage page, NotebookOnPage notebook, Dictionary<string, string> answers, Dictionary<string, string> choices)
{
    /// <summary>More stops than a lesson has; reached only if Tab goes round in a circle.</summary>
    private const int MostStops = 1_000;

    private readonly HashSet<string> _stops = [];

    /// <summary>Every exercise is solved, every question rightly answered, every cell run.</summary>
    public async Task SolveAsync(params string[] exercises)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = await FocusAsync(page);
            if (focus.Kind == "end")
            {
                break;
            }

            await ActAsync(focus);
        }

        foreach (var exercise in exercises)
        {
            await Assertions.Expect(notebook.Cell(exercise).Locator(".exercise-head.is-solved")).ToBeVisibleAsync();
        }

        (await page.Locator("[data-predict]:not(.is-answered)").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.id + ' ' + box.innerText)")).ShouldBeEmpty();
        (await page.Locator("[data-predict]:has(.is-wrong)").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.id + ' ' + box.innerText)")).ShouldBeEmpty();
        (await page.Locator("[data-cell]:has([data-run])").EvaluateAllAsync<string[]>(
            "cells => cells.filter(cell => !/\\d/.test(cell.querySelector('.cell-number').innerText)).map(cell => cell.id)")).ShouldBeEmpty();
    }

    private async Task ActAsync(Focus focus)
    {
        var isNew = _stops.Add($"{focus.Kind} {focus.Key}");
        switch (focus.Kind)
        {
            case "gap" when answers.TryGetValue(focus.Key, out var answer):
                await page.Keyboard.TypeAsync(answer);
                if (focus.IsLast)
                {
                    await page.Keyboard.PressAsync("Enter");
                    await DoneAsync(page, focus);
                }

                break;
            case "choice" when isNew && choices.TryGetValue(focus.Key, out var wanted):
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
