using System.Globalization;
using System.Text.RegularExpressions;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Tests.Exercises;

/// <summary>Every number that a learner reads about an answer is one of the run beside it, of the answer, or of the lesson's net.</summary>
internal static partial class MessageNumbers
{
    private const int Letters = 24;
    private const int Side = 28;

    // Of the net and of an image; dimensions are numbered from 0, and single things are counted.
    private static readonly double[] Constants = [0, 1, Side, Side * Side, Letters, Math.Round(Math.Log(Letters), 2)];

    /// <summary>The message says nothing that a run comes to: it stands there without one too, and beside other runs.</summary>
    public static void ShouldBeConstants(ExerciseMistake mistake, CheckedWork work)
    {
        var answered = work.Texts.Values.SelectMany(In);
        foreach (var language in Languages)
        {
            In(mistake.Message.In(language)).ShouldBeSubsetOf(Constants.Concat(answered), $"{mistake.Id}: {mistake.Message.In(language)}");
        }
    }

    /// <summary>What is said beside the run has its numbers, as they are printed there.</summary>
    public static void ShouldBeOfTheRun(string id, LessonText? evidence, CheckedWork work)
    {
        var facts = FactTexts.Of(work.Executed!.Result);
        foreach (var language in evidence is null ? [] : Languages)
        {
            var sentence = evidence!.In(language);
            var names = EvidenceText.NamesIn(sentence);
            names.ShouldBeSubsetOf(facts.Keys, $"{id}: {sentence}");
            var said = EvidenceText.Fill(sentence, facts).ShouldNotBeNull();
            In(said).ShouldBeSubsetOf(Constants.Concat(names.SelectMany(name => In(facts[name]))), $"{id}: {said}");

            // What is printed and what is said of it are one number.
            foreach (var name in names.Where(name => name.EndsWith(".accuracy", StringComparison.Ordinal) || name.EndsWith(".loss", StringComparison.Ordinal)))
            {
                work.Executed.Text.ShouldContain(facts[name], customMessage: id);
            }
        }

        work.Checked.Evidence.ShouldBe(evidence is null ? null : EvidenceText.Fill(evidence.English, facts));
    }

    private static IReadOnlyList<string> Languages => AslTutorial.Lessons.Files.LessonLanguages.All;

    private static IEnumerable<double> In(string text) => Number().Matches(text)
        .Select(match => double.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

    // Not the digits of a name, as in Conv2d or pixel1. A Chinese character beside a digit is no part of a name.
    [GeneratedRegex(@"(?<![A-Za-z_\d.])\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z_\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
