using System.Reflection;
using System.Text.RegularExpressions;
using AslTutorial.Lessons.Answers;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Trainers;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Localization;

/// <summary>What the code asks a resource for is there.</summary>
public sealed partial class TextKeysTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "AslTutorial.Web");

    public static TheoryData<Type> Resources => [.. TextSet.Site];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Keys_NamedByWhoeverHasALocalizer_AreThere(Type texts)
    {
        var english = TextSet.English(texts);
        var sources = Sources("*.razor").Concat(Sources("*.cs")).Where(source => Localizer(texts).IsMatch(source)).ToList();

        sources.ShouldNotBeEmpty();
        sources.SelectMany(source => Localizer(texts).Matches(source).Select(localizer => localizer.Groups[1].Value).Distinct()
                .SelectMany(name => Named(name).Matches(source)).Select(match => match.Groups[1].Value))
            .Where(key => !key.EndsWith('.') && !english.ContainsKey(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_ComposedByTheUi_AreThere()
    {
        string[] composed =
        [
            .. Enum.GetNames<TrainerMood>().Select(mood => $"Trainer.{mood}"),
            .. Enum.GetNames<TrainerMood>().Where(mood => mood is not ("Idle" or "Busy")).Select(mood => $"Trainer.{mood}.Detail"),
            .. Enum.GetNames<RunState>().Select(state => $"RunState.{state}"),
            .. Enum.GetNames<ModelKind>().Select(model => $"Model.{model}"),
            "DataSet.sign-mnist", "DataSet.synthetic", "Data.About.sign-mnist", "Data.About.synthetic", "Data.train", "Data.valid",
        ];
        composed.Except(TextSet.English(typeof(Texts)).Keys).ShouldBeEmpty();
        Enum.GetNames<CellRunStatus>().Except(["Done"]).Select(status => $"Refused.{status}").Except(TextSet.English(typeof(LessonTexts)).Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_OfTheLessonsComponents_AreThere()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Web, "Components", "Lessons"), "*.*", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(source => !source.Contains("IStringLocalizer<Texts>", StringComparison.Ordinal))
            .SelectMany(source => Dotted().Matches(source))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();

        named.Count.ShouldBeGreaterThan(80);
        named.Except(TextSet.English(typeof(LessonTexts)).Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_OfNotebooks_AreThoseThatTheCodeNames()
    {
        var named = new[] { "Notebooks", "Api" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Web, folder), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText)
            .Where(source => source.Contains("IStringLocalizer<NotebookTexts>", StringComparison.Ordinal))
            .SelectMany(source => OfNotebooks().Matches(source))
            .Select(match => match.Groups[1].Value)
            .Distinct();
        named.ShouldBe(TextSet.English(typeof(NotebookTexts)).Keys, ignoreOrder: true);
    }

    [Fact]
    public void Keys_OfAnswerFaults_AreThoseThatAnswersCanHave()
    {
        var keys = typeof(AnswerFaultKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        TextSet.English(TextSet.Course.Single(texts => texts.Name == "AnswerTexts")).Keys.ShouldBe(keys, ignoreOrder: true);
    }

    private static IEnumerable<string> Sources(string pattern) => Directory
        .EnumerateFiles(Web, pattern, SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Web, file).StartsWith("obj", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    // The name under which a component or a class has the texts.
    private static Regex Localizer(Type texts) => new($@"StringLocalizer<(?:[A-Za-z.]+\.)?{texts.Name}> (\w+)");

    // "condition ? "Key" : ..." asks for its first key at least; "Model." is only the beginning of one.
    private static Regex Named(string localizer) => new($@"\b{localizer}\[(?:[^\]""$]*\? )?""([A-Za-z.\-]+)""");

    // An attribute's value is none: Size="Size.Small".
    [GeneratedRegex(@"(?<!=)""([A-Z][A-Za-z]+\.[A-Za-z.]+)""")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"""((?:Value|Run|Restart|Image|Check)\.[A-Za-z]+)""")]
    private static partial Regex OfNotebooks();
}
