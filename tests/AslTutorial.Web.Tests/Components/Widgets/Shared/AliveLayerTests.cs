using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using AslTutorial.Web.Components.Widgets;
using AslTutorial.Web.Components.Widgets.Shared;
using AslTutorial.Web.Resources;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Tests.Components.Widgets.Shared;

/// <summary>What the script of a layer on a photograph is given.</summary>
public sealed partial class AliveLayerTests
{
    private static readonly ResourceManager Texts = new(typeof(PhotographTexts));

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kind in AliveLayer.Kinds)
            {
                all.Add(kind, "en");
                all.Add(kind, "zh-CN");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Widget_OfALayer_HasItsElementWithEveryWordItsScriptAsksFor(string kind, string culture)
    {
        await using var context = new WidgetContext(culture);

        var element = context.Render<DynamicComponent>(p => p.Add(c => c.Type, LessonWidgets.ById[kind])).Find("alive-widget");

        element.GetAttribute("kind").ShouldBe(kind);
        element.GetAttribute("culture").ShouldBe(culture);
        element.ChildNodes.ShouldBeEmpty();
        var labels = JsonSerializer.Deserialize<Dictionary<string, string>>(element.GetAttribute("labels")!)!;
        var scripts = Directory.GetFiles(Scripts, "*.js").Where(file => Path.GetFileNameWithoutExtension(file) is var name && (name == kind || !AliveLayer.Kinds.Contains(name)));
        var asked = scripts.SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(15);
        asked.Where(key => !labels.ContainsKey(key)).ShouldBeEmpty();
        labels.Keys.ShouldContain("Refused.no-trainer");
        Han().IsMatch(labels["Title"]).ShouldBe(culture == "zh-CN");
    }

    [Fact]
    public void Texts_OfBothLanguages_HaveTheSameKeysAndPlaces()
    {
        var english = Read(CultureInfo.InvariantCulture);
        var chinese = Read(CultureInfo.GetCultureInfo("zh-CN"));
        chinese.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (key, text) in english)
        {
            Places(chinese[key]).ShouldBe(Places(text), $"places of {key}");
        }
    }

    private static string Scripts
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "AslTutorial.sln")))
            {
                folder = folder.Parent!;
            }

            return Path.Combine(folder.FullName, "wwwroot", "js", "alive");
        }
    }

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"words\.of\('([A-Za-z0-9.]+)'")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
