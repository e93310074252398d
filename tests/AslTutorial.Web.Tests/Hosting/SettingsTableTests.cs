using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Hosting;

/// <summary>README's table of settings against the classes that the site binds them to.</summary>
public sealed partial class SettingsTableTests(SharedSite shared)
{
    private Dictionary<string, (SettingsSection Section, PropertyInfo Property)> Settings => shared.Site.Services.GetServices<SettingsSection>()
        .SelectMany(section => section.Options.GetProperties().Where(property => property.CanWrite).Select(property => (section, property)))
        .ToDictionary(setting => $"{setting.section.Name}:{setting.property.Name}");

    [Fact]
    public void Readme_Table_HasEachSettingAndNoOther() => Rows().SelectMany(row => row.Names).Distinct().ShouldBe(Settings.Keys, ignoreOrder: true);

    [Fact]
    public void Readme_NumbersAndSwitchesWithoutASetting_AreThoseOfTheSite()
    {
        var said = Rows().Where(row => row.Names.Count == 1 && Plain().IsMatch(row.Without)).ToDictionary(row => row.Names[0], row => row.Without);

        said.Count.ShouldBeGreaterThan(30);
        said.Where(row => Default(row.Key) != row.Value).Select(row => $"{row.Key}: {row.Value} in the table, {Default(row.Key)} in the site").ShouldBeEmpty();
    }

    private static IEnumerable<(List<string> Names, string Without)> Rows() => File.ReadLines(Path.Combine(Repository.Root, "README.md"))
        .SkipWhile(line => !line.StartsWith("| setting under `AslTutorial:` |", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|'))
        .Select(cells => (Named().Matches(cells[1]).Select(name => name.Groups[1].Value).ToList(), cells[3].Trim(' ', '`')));

    private string Default(string name)
    {
        var (section, property) = Settings[name];
        var value = property.GetValue(Activator.CreateInstance(section.Options));
        return value is bool ? value.ToString()!.ToLowerInvariant() : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }

    // "`Trainer:Keys:<name>`" is a row of Trainer:Keys.
    [GeneratedRegex(@"`(\w+:\w+)(?::<\w+>)?`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\A(?:\d+|true|false)\z")]
    private static partial Regex Plain();
}
