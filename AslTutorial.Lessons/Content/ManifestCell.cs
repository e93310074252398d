using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Content;

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
