using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Sources;

/// <summary>A figure's words in figures.yml, in all languages.</summary>
internal sealed record FigureSource(
    string Id, int Line, LocalText Alt, LocalText Description, int Steps, IReadOnlyDictionary<string, LocalText> Words)
{
    public const string FileName = "figures.yml";

    public static IReadOnlyList<FigureSource> ReadAll(string file, string text, FaultLog faults)
    {
        var map = YamlFile.Read(file, text, faults);
        var figures = map?.Maps("figures").Select(Read).ToList() ?? [];
        map?.RefuseOtherKeys();
        foreach (var twice in figures.GroupBy(figure => figure.Id).Where(same => same.Count() > 1))
        {
            faults.Add(file, twice.Last().Line, $"figure '{twice.Key}' is there already");
        }

        return figures;
    }

    private static FigureSource Read(YamlMap map)
    {
        var words = map.Map("texts");
        var figure = new FigureSource(
            map.RequiredId("id"),
            map.Line,
            map.RequiredLocal("alt"),
            map.RequiredLocal("description"),
            map.Integer("steps") ?? 0,
            words?.Keys.ToDictionary(key => key, words.RequiredLocal, StringComparer.Ordinal) ?? []);
        map.RefuseOtherKeys();
        return figure;
    }
}
