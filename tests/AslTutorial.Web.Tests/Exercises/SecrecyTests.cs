using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Questions;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Exercises;

/// <summary>No answer, hint or solution is in any page, script, attribute or reply before its time.</summary>
public sealed partial class SecrecyTests(SharedSite shared)
{
    private const int ShortestTellingLine = 20;

    private static readonly string[] Exercises = ["dataset", "dataloader", "train-validate"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/lessons/cnn")]
    [InlineData("/data")]
    [InlineData("/runs")]
    [InlineData("/api/lessons/cnn")]
    [InlineData("/api/lessons/cnn/work")]
    [InlineData("/openapi/v1.json")]
    public async Task Get_NothingDone_NoSecretInIt(string address)
    {
        using var client = shared.Site.Client();
        foreach (var culture in new[] { "zh-CN", "en" })
        {
            var text = await client.GetStringAsync(new Uri($"{address}?culture={culture}&lang={culture}", UriKind.Relative), Cancel);
            ShouldHoldNone(text, Secrets(shared.Site), $"{address} in {culture}");
        }
    }

    [Fact]
    public void Files_ServedToAnyone_NoSecretInThem()
    {
        var secrets = Secrets(shared.Site);
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "wwwroot"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".js" or ".css" or ".svg" or ".json" or ".html")
            .ToList();
        files.Count.ShouldBeGreaterThan(20);
        foreach (var file in files)
        {
            ShouldHoldNone(File.ReadAllText(file), secrets, file);
        }
    }

    [Fact]
    public async Task Check_WrongAnswers_OnlyTheirOwnMessage()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        foreach (var id in Exercises)
        {
            var exercise = site.Definition(id);
            var mistake = exercise.Mistakes[0];
            var answers = exercise.Answers([.. mistake.When.Select(item => (item.Key, (string?)item.Value[0].Written))]);
            using var response = await client.PostAsJsonAsync(
                new Uri($"/api/lessons/cnn/exercises/{id}/check?lang=en", UriKind.Relative), new { gaps = answers }, Cancel);
            ShouldHoldNone(
                Regex.Unescape(await response.Content.ReadAsStringAsync(Cancel)),
                [.. Secrets(site).Where(secret => secret != mistake.Message.English)],
                $"the reply to a wrong answer of {id}");
        }

        // After attempts the page still has no hint that nobody asked for, and no solution.
        var page = await client.GetStringAsync(new Uri("/lessons/cnn?culture=en", UriKind.Relative), Cancel);
        var said = Exercises.Select(id => site.Definition(id).Mistakes[0].Message.English);
        ShouldHoldNone(page, [.. Secrets(site).Except(said)], "the page after attempts");
    }

    [Fact]
    public async Task Page_Choices_AreMarkedInNoWay()
    {
        using var client = shared.Site.Client();
        var page = await client.GetStringAsync(new Uri("/lessons/cnn?culture=en", UriKind.Relative), Cancel);
        foreach (var question in shared.Site.Services.GetRequiredService<AslTutorial.Lessons.Library.LessonLibrary>()
            .Find("cnn", "en")!.Questions.Where(question => question.Options.Count > 0))
        {
            var box = page[page.IndexOf($"id=\"{question.Id}\"", StringComparison.Ordinal)..];
            var options = Label().Matches(box).Take(question.Options.Count).Select(match => match.Value).ToList();
            options.Count.ShouldBe(question.Options.Count);
            options.Select((html, i) => Content().Replace(html.Replace($"value=\"{question.Options[i].Id}\"", "", StringComparison.Ordinal), "><"))
                .Distinct()
                .Count()
                .ShouldBe(1, question.Id);
        }
    }

    [Fact]
    public async Task Page_NothingPredicted_PredictionsHaveNoAnswerBesideThem()
    {
        using var client = shared.Site.Client();
        var page = await client.GetStringAsync(new Uri("/lessons/cnn?culture=en", UriKind.Relative), Cancel);
        var list = page[page.IndexOf("class=\"predictions\"", StringComparison.Ordinal)..];
        list = list[..list.IndexOf("</section>", StringComparison.Ordinal)];
        list.Split("<li").Length.ShouldBe(12);
        list.ShouldNotContain("<dl");
        list.ShouldContain("href=\"lessons/cnn#batch-count\"");
    }

    private static void ShouldHoldNone(string text, IReadOnlyList<string> secrets, string where)
    {
        var plain = Squeeze(WebUtility.HtmlDecode(Tag().Replace(text, "")));
        var raw = Squeeze(WebUtility.HtmlDecode(text));
        foreach (var secret in secrets)
        {
            var (wanted, found) = (Squeeze(secret), "");
            found = plain.Contains(wanted, StringComparison.Ordinal) || raw.Contains(wanted, StringComparison.Ordinal) ? secret : "";
            found.ShouldBeEmpty(where);
        }
    }

    /// <summary>Everything that has its time.</summary>
    private static IReadOnlyList<string> Secrets(TestSite site)
    {
        var exercises = Exercises.Select(id => site.Definition(id)).ToList();
        var library = site.Services.GetRequiredService<ExerciseLibrary>();
        var questions = site.Services.GetRequiredService<AslTutorial.Lessons.Library.LessonLibrary>().Find("cnn", "en")!.Questions
            .Select(question => library.FindQuestion("cnn", question.Id)!)
            .ToList();
        var texts = exercises.SelectMany(e => e.Hints.Append(e.Solution).Concat(e.Mistakes.Select(m => m.Message)))
            .Concat(questions.Select(q => q.Explanation))
            .Concat(questions.OfType<QuestionDefinition.Value>().SelectMany(q => q.Near.Select(near => near.Message)))
            .SelectMany(text => new[] { text.Chinese, text.English })
            .Concat(SolutionLines())
            .Concat(SolutionProse())
            .ToList();
        texts.Count.ShouldBeGreaterThan(150);
        return texts;
    }

    /// <summary>The lines of the solutions that have gaps in the exercises' listings; short ones are in the lesson's prose.</summary>
    private static IEnumerable<string> SolutionLines() =>
        from id in Exercises
        let code = Path.Combine(Repository.Root, "content", "lessons", "cnn", "code")
        from pair in File.ReadAllLines(Path.Combine(code, $"{id}.py")).Zip(File.ReadAllLines(Path.Combine(code, $"{id}.solution.py")))
        where pair.First.Contains('⟦', StringComparison.Ordinal) && pair.Second.Trim().Length > ShortestTellingLine
        select pair.Second;

    /// <summary>The prose of the solution blocks of both texts; of their code, other lines are shown anyway.</summary>
    private static IEnumerable<string> SolutionProse()
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var (isInside, isCode) = (false, false);
            foreach (var line in File.ReadAllLines(Path.Combine(Repository.Root, "content", "lessons", "cnn", $"{language}.md")))
            {
                isInside = line.StartsWith("::: solution", StringComparison.Ordinal) || (isInside && line != ":::");
                isCode ^= line.StartsWith("```", StringComparison.Ordinal);
                if (isInside && !isCode && line.Length > ShortestTellingLine && line[0] is not (':' or '`'))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>Without any white space: wrapping and indentation hide nothing.</summary>
    private static string Squeeze(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).Where(c => !char.IsWhiteSpace(c) && c != '`'));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<label.*?</label>", RegexOptions.Singleline)]
    private static partial Regex Label();

    [GeneratedRegex(">[^<]+<")]
    private static partial Regex Content();
}
