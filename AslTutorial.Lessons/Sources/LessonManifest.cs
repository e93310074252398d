using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Sources;

/// <summary>lesson.yml: what a lesson says about itself once for all languages.</summary>
/// <param name="Number">Place in the course, from 1.</param>
/// <param name="Minutes">How long it takes, if the author says so.</param>
/// <param name="Before">Title of the lesson before.</param>
/// <param name="After">Title of the lesson after.</param>
/// <param name="Summary">A sentence for lists of lessons.</param>
/// <param name="Cells">Cells and exercises, in the order of the page.</param>
/// <param name="Links">Pages to read on.</param>
internal sealed record LessonManifest(
    int Number,
    int? Minutes,
    LocalText? Before,
    LocalText? After,
    LocalText? Summary,
    IReadOnlyList<ManifestCell> Cells,
    IReadOnlyList<ManifestLink> Links)
{
    public const string FileName = "lesson.yml";

    private static readonly LessonManifest Empty = new(0, null, null, null, null, [], []);

    /// <summary>The texts that have to be there in every language.</summary>
    public IEnumerable<LocalText> Texts => new[] { Before, After, Summary }.OfType<LocalText>()
        .Concat(Cells.SelectMany(cell => cell.Parameters).Select(place => place.Label))
        .Concat(Links.Select(link => link.Title));

    public static LessonManifest Read(string file, string text, FaultLog faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(file, null, "number is missing: the lesson's place in the course, from 1");
            return Empty;
        }

        if (YamlFile.Read(file, text, faults) is not { } map)
        {
            return Empty;
        }

        var number = map.Integer("number") ?? 0;
        if (number <= 0)
        {
            faults.Add(file, null, "number is missing: the lesson's place in the course, from 1");
        }

        var manifest = new LessonManifest(
            number,
            map.Integer("minutes"),
            map.Local("before"),
            map.Local("after"),
            map.Local("summary"),
            map.Maps("cells").Select(ManifestCell.Read).ToList(),
            map.Maps("links").Select(link => ManifestLink.Read(link, faults)).ToList());
        map.RefuseOtherKeys();
        return manifest;
    }
}

/// <summary>A cell or an exercise in lesson.yml.</summary>
internal sealed record ManifestCell(string Id, int Line, IReadOnlyList<string> Needs, IReadOnlyList<PlaceSource> Parameters)
{
    public static ManifestCell Read(YamlMap map)
    {
        var cell = new ManifestCell(
            map.RequiredId("id"),
            map.Line,
            map.Texts("needs"),
            map.Maps("parameters").Select(place => PlaceSource.Read(place, isComplete: true)).ToList());
        map.RefuseOtherKeys();
        return cell;
    }
}

/// <summary>A page to read on, in lesson.yml.</summary>
internal sealed record ManifestLink(LocalText Title, string Url)
{
    public static ManifestLink Read(YamlMap map, FaultLog faults)
    {
        var link = new ManifestLink(map.RequiredLocal("title"), map.RequiredText("url"));
        if (!link.Url.StartsWith("https://", StringComparison.Ordinal))
        {
            faults.Add(map.File, map.Line, $"a link begins with https://: '{link.Url}'");
        }

        map.RefuseOtherKeys();
        return link;
    }
}
