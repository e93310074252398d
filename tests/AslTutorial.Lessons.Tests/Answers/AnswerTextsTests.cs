using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Tests.Answers;

public sealed partial class AnswerTextsTests
{
    [Fact]
    public void Texts_BothLanguages_SameKeysAndPlaces()
    {
        var (english, chinese) = (Sentences(CultureInfo.InvariantCulture), Sentences(CultureInfo.GetCultureInfo("zh-CN")));
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
        keys.ShouldBeSubsetOf(Sentences(CultureInfo.InvariantCulture).Keys);
    }

    private static Dictionary<string, string> Sentences(CultureInfo culture)
    {
        var assembly = typeof(AnswerReader).Assembly;
        var set = new ResourceManager("AslTutorial.Lessons.Answers.AnswerTexts", assembly)
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
