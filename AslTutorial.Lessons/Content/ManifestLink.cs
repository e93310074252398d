using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Content;

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
