using System.Globalization;
using System.Text;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Exercises;

/// <summary>
/// The part of docs/exercises.md about one exercise, made from what was executed. With WRITE_DOCS=1 in the environment it
/// is written there; else it has to stand there.
/// </summary>
internal sealed class MistakeTable(ExerciseDefinition exercise)
{
    private const string WriteSwitch = "WRITE_DOCS";

    private static readonly Lock File = new();

    private readonly StringBuilder _rows = new();

    private static string Path => System.IO.Path.Combine(
        Repository.Root,
        "docs", "exercises.md");

    /// <summary>A mistake whose execution has come to what its author says.</summary>
    public void Add(ExerciseMistake mistake)
    {
        var answers = string.Join("<br>", mistake.When.Select(item => $"{item.Key}: {string.Join(" or ", item.Value.Select(pattern => Code(pattern.Written)))}"));
        _rows.Append(CultureInfo.InvariantCulture, $"| {mistake.Id} | {answers} | {Outcome(mistake.Outcome)} |\n");
    }

    public void ShouldBeInTheDocs()
    {
        var (begin, end) = ($"<!-- {exercise.Id} -->\n", $"<!-- end of {exercise.Id} -->");
        lock (File)
        {
            var docs = System.IO.File.ReadAllText(Path);
            var (from, to) = (docs.IndexOf(begin, StringComparison.Ordinal), docs.IndexOf(end, StringComparison.Ordinal));
            from.ShouldBeGreaterThan(-1, $"docs/exercises.md has no {begin}");
            to.ShouldBeGreaterThan(from, $"docs/exercises.md has no {end}");
            from += begin.Length;
            if (Environment.GetEnvironmentVariable(WriteSwitch) == "1")
            {
                System.IO.File.WriteAllText(Path, docs[..from] + Text() + docs[to..]);
                return;
            }

            docs[from..to].ShouldBe(Text(), $"run this test with {WriteSwitch}=1 to write it anew");
        }
    }

    private string Text()
    {
        var text = new StringBuilder("| gap | kind | accepted, by value |\n|---|---|---|\n");
        foreach (var gap in exercise.Gaps)
        {
            var accepted = gap.Accept.Select(pattern => pattern.Written.Length == 0 ? "nothing" : Code(pattern.Written));
            text.Append(CultureInfo.InvariantCulture, $"| {gap.Name} | {gap.Kind.ToString().ToLowerInvariant()} | {string.Join(", ", accepted)} |\n");
        }

        foreach (var group in exercise.Exchanges)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nMay be exchanged: {string.Join(" and ", group)}.\n");
        }

        return text.Append("\n| known mistake | answers (the other gaps right) | what executing it comes to |\n|---|---|---|\n").Append(_rows).ToString();
    }

    private static string Outcome(OutcomeExpectation outcome)
    {
        if (outcome.Error is { } error)
        {
            return Code(error) + (outcome.Classes is not null ? " (the number depends on the shuffle)" : "");
        }

        var printed = outcome.Printed.Count == 0 ? "" : "; PyTorch printed " + string.Join(" and ", outcome.Printed.Select(Code));
        return outcome.View switch
        {
            "sampler" => $"runs; DataLoader takes {Code(outcome.Sampler ?? "")}",
            "validation-order" => "runs; the same validation accuracy in either order",
            "training-curve" => $"runs; another curve than the right one's{printed}",
            _ => $"runs; other lines than the right one's{printed}",
        };
    }

    private static string Code(string text) => text.Length == 0 ? "nothing" : $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
