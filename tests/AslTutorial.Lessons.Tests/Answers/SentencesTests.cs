using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Tests.Answers;

public sealed partial class SentencesTests
{
    private const string Answers = "AslTutorial.Lessons.Answers.AnswerTexts";
    private const string Exercises = "AslTutorial.Lessons.Exercises.ExerciseTexts";

    [Theory]
    [InlineData(Answers)]
    [InlineData(Exercises)]
    public void Texts_BothLanguages_SameKeysAndPlaces(string catalogue)
    {
        var (english, chinese) = (Sentences(catalogue, CultureInfo.InvariantCulture), Sentences(catalogue, CultureInfo.GetCultureInfo("zh-CN")));
        chinese.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (key, sentence) in english)
        {
            Places(chinese[key]).ShouldBe(Places(sentence), key);
            HasHan().IsMatch(chinese[key]).ShouldBeTrue(key);
            HasHan().IsMatch(sentence).ShouldBeFalse(key);
        }
    }

    [Fact]
    public void Texts_EveryFaultKey_HasASentence()
    {
        var keys = typeof(AnswerFaultKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        keys.ShouldBe(Sentences(Answers, CultureInfo.InvariantCulture).Keys, ignoreOrder: true);
    }

    private static Dictionary<string, string> Sentences(string catalogue, CultureInfo culture)
    {
        var assembly = typeof(AnswerReader).Assembly;
        var set = new ResourceManager(catalogue, assembly)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            .ShouldNotBeNull();
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Places(string sentence) => Place().Matches(sentence).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex HasHan();
}
