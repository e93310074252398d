using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace AslTutorial.Lessons.Content;

/// <summary>lesson.yml: what a lesson says about itself once for all languages.</summary>
internal sealed class LessonManifest
{
    public const string FileName = "lesson.yml";

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    /// <summary>Place in the course, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Title of the lesson before, by language.</summary>
    public Dictionary<string, string> Before { get; set; } = [];

    /// <summary>Title of the lesson after, by language.</summary>
    public Dictionary<string, string> After { get; set; } = [];

    /// <exception cref="LessonContentException">It is no YAML, has an unknown key, or lacks the number.</exception>
    public static LessonManifest Parse(string file, string text)
    {
        try
        {
            var manifest = Yaml.Deserialize<LessonManifest?>(text);
            return manifest is { Number: > 0 }
                ? manifest
                : throw new LessonContentException(file, null, "number is missing: the lesson's place in the course, from 1");
        }
        catch (YamlException fault)
        {
            throw new LessonContentException(file, (int)fault.Start.Line, fault.InnerException?.Message ?? fault.Message, fault);
        }
    }
}
