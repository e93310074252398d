using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Sources;

/// <summary>Name and label of a gap or a parameter.</summary>
internal sealed record PlaceSource(string Name, int Line, LocalText Label)
{
    /// <param name="isComplete">Whether another key is a fault; those of an exercise's gaps are read elsewhere.</param>
    public static PlaceSource Read(YamlMap map, bool isComplete)
    {
        var place = new PlaceSource(map.RequiredText("name"), map.Line, map.RequiredLocal("label"));
        if (isComplete)
        {
            map.RefuseOtherKeys();
        }

        return place;
    }
}
