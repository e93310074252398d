using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using AslTutorial.Web.Components.Inside;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Tests.Site;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Inside;

/// <summary>The view into a net as the server renders it: its script does the rest.</summary>
public sealed partial class InsideTests
{
    [Theory]
    [InlineData("en", "epoch {0}")]
    [InlineData("zh-CN", "第 {0} 轮")]
    public async Task Net_OfARun_HasTheRunAndTheWordsOfTheLanguage(string culture, string epoch)
    {
        await using var context = new PanelContext(culture);
        var net = context.Render<InsideNet>(p => p.Add(c => c.RunId, SampleRuns.Id).Add(c => c.IsAddress, true)).Find("inside-net");
        net.GetAttribute("run-id").ShouldBe(SampleRuns.Id.ToString());
        net.HasAttribute("address").ShouldBeTrue();
        net.GetAttribute("culture").ShouldBe(culture);
        var labels = JsonSerializer.Deserialize<Dictionary<string, string>>(net.GetAttribute("labels")!)!;
        labels["Epoch"].ShouldBe(epoch);
        labels.Keys.ShouldNotContain("Title");
        net.ChildElementCount.ShouldBe(0);
    }

    [Fact]
    public async Task Slot_ARunWithAnEpoch_NothingOfTheNetBeforeItIsOpened()
    {
        await using var context = new PanelContext();
        context.Runs.All.Add(SampleRuns.Ended(RunState.Completed));
        var slot = context.Render<InsideSlot>(p => p.Add(c => c.Lesson, "cnn"));
        slot.FindAll("inside-net, script").ShouldBeEmpty();
        slot.Find("a").GetAttribute("href").ShouldBe($"runs/{SampleRuns.Id}/inside");

        slot.Find("button").Click();
        slot.Find("inside-net").GetAttribute("run-id").ShouldBe(SampleRuns.Id.ToString());
        slot.Find("inside-net").HasAttribute("address").ShouldBeFalse();
        slot.Find("button").GetAttribute("aria-expanded").ShouldBe("true");

        slot.Find("button").Click();
        slot.FindAll("inside-net").ShouldBeEmpty();
    }

    [Fact]
    public async Task Slot_NoEpochYet_SaysWhatComes()
    {
        await using var context = new PanelContext();
        context.Runs.All.Add(SampleRuns.Queued(1));
        var slot = context.Render<InsideSlot>(p => p.Add(c => c.Lesson, "cnn"));
        slot.FindAll("button, a").ShouldBeEmpty();
        slot.Markup.ShouldContain("Once you have trained above");
    }

    [Fact]
    public async Task Slot_NoRunYet_OffersTheSitesOwnNetAndNamesIt()
    {
        await using var context = new PanelContext();
        context.Examples.Example = SampleRuns.Ended(RunState.Completed);

        var slot = context.Render<InsideSlot>(p => p.Add(c => c.Lesson, "cnn"));

        slot.Markup.ShouldContain("the one that this site has trained for itself");
        slot.Find("a").GetAttribute("href").ShouldBe($"runs/{SampleRuns.Id}/inside");
    }

    [Fact]
    public void Texts_BothLanguages_SameKeysAndPlacesAndEveryOneThatTheScriptSays()
    {
        var (english, chinese) = (Read(CultureInfo.InvariantCulture), Read(CultureInfo.GetCultureInfo("zh-CN")));
        chinese.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (key, text) in english)
        {
            chinese[key].ShouldNotBeNullOrWhiteSpace(key);
            Places(chinese[key]).ShouldBe(Places(text), $"places of {key}");
        }

        var scripts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "wwwroot", "js", "inside"), "*.js").Select(File.ReadAllText).ToList();
        var said = scripts.SelectMany(script => Said().Matches(script)).Select(match => match.Groups[1].Value).Distinct().ToList();
        said.Count.ShouldBeGreaterThan(60);
        said.Where(key => !english.ContainsKey($"Net.{key}")).ShouldBeEmpty();
        var prefixes = scripts.SelectMany(script => Composed().Matches(script)).Select(match => match.Groups[1].Value).Distinct().ToList();
        prefixes.Where(prefix => !english.Keys.Any(key => key.StartsWith($"Net.{prefix}", StringComparison.Ordinal))).ShouldBeEmpty();
        english.Keys.Where(key => key.StartsWith("Net.", StringComparison.Ordinal))
            .Where(key => !scripts.Any(script => script.Contains($"'{key[4..]}'", StringComparison.Ordinal)) && !prefixes.Any(prefix => key.StartsWith($"Net.{prefix}", StringComparison.Ordinal)))
            .ShouldBeEmpty("texts that nothing says");
    }

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        new ResourceManager(typeof(InsideTexts)).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\.of\('([A-Za-z0-9.]+)'")]
    private static partial Regex Said();

    [GeneratedRegex(@"\.of\(`([A-Za-z0-9]+\.)\$")]
    private static partial Regex Composed();
}
