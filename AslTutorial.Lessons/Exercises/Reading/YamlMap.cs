using AslTutorial.Lessons.Content;
using YamlDotNet.RepresentationModel;

namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>
/// A mapping of a content file. What is missing or of the wrong sort becomes a fault with its line, and reading goes on,
/// so that an author sees all faults at once.
/// </summary>
internal sealed class YamlMap(string file, YamlMappingNode node, ICollection<LessonContentException> faults)
{
    private readonly HashSet<string> _read = [];

    public int Line => (int)node.Start.Line;

    public IEnumerable<string> Keys => node.Children.Keys.Select(key => key.ToString());

    public bool Has(string key) => Find(key) is not null;

    public void Fault(string reason) => Fault(Line, reason);

    public void Fault(string key, string reason) => Fault(LineOf(key), reason);

    public int LineOf(string key) => (int)(Find(key)?.Start.Line ?? node.Start.Line);

    /// <summary>A text; a fault and null if there is none.</summary>
    public string? Text(string key)
    {
        var text = OptionalText(key);
        if (text is null && !Has(key))
        {
            Fault($"{key} is missing");
        }

        return text;
    }

    public string? OptionalText(string key) => Take(key) switch
    {
        null => null,
        YamlScalarNode { Value: { } value } => value,
        var other => Fault<string>(other, $"{key} has to be a text"),
    };

    public bool Flag(string key) => OptionalText(key) switch
    {
        null or "false" => false,
        "true" => true,
        var other => FaultFlag(key, other),
    };

    public long? Number(string key) => OptionalText(key) is { } text
        ? long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : FaultNumber(key, text)
        : null;

    /// <summary>A word out of a list: the names of an enum in kebab case.</summary>
    public T? Word<T>(string key)
        where T : struct, Enum
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Kebab.Of(value.ToString()) == text)
            {
                return value;
            }
        }

        Fault(key, $"{key}: {text} is not known; it is one of {string.Join(", ", Enum.GetNames<T>().Select(Kebab.Of))}");
        return null;
    }

    /// <summary>A text in both languages: the mapping under a key, or this mapping itself without one.</summary>
    public LocalText? Local(string key)
    {
        var map = Map(key);
        if (map is null)
        {
            return null;
        }

        var text = map.Local();
        map.Finish();
        return text;
    }

    public LocalText? Local()
    {
        var (chinese, english) = (Text(LocalText.ChineseLanguage), Text(LocalText.EnglishLanguage));
        if (chinese is { Length: 0 } || english is { Length: 0 })
        {
            Fault("a text is empty");
        }

        return chinese is null || english is null ? null : new(chinese, english);
    }

    /// <summary>The mapping under a key; a fault and null if there is none.</summary>
    public YamlMap? Map(string key)
    {
        var map = OptionalMap(key);
        if (map is null && !Has(key))
        {
            Fault($"{key} is missing");
        }

        return map;
    }

    public YamlMap? OptionalMap(string key) => Take(key) switch
    {
        null => null,
        YamlMappingNode mapping => new(file, mapping, faults),
        var other => Fault<YamlMap>(other, $"{key} has to be a mapping"),
    };

    /// <summary>The texts of a list, each with its line; empty if there is none.</summary>
    public IReadOnlyList<(string Text, int Line)> Texts(string key) =>
        [.. Items(key).Select(item => item is YamlScalarNode { Value: { } value }
            ? (value, (int)item.Start.Line)
            : (Fault<string>(item, $"{key} has to be a list of texts") ?? "", (int)item.Start.Line))];

    public IReadOnlyList<IReadOnlyList<string>> Groups(string key) =>
        [.. Items(key).Select(item => item is YamlSequenceNode group
            ? [.. group.Select(member => member.ToString())]
            : Fault<string[]>(item, $"{key} has to be a list of lists") ?? [])];

    /// <summary>The mappings of a list; empty if there is none.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) =>
        [.. Items(key)
            .Select(item => item is YamlMappingNode mapping
                ? new YamlMap(file, mapping, faults)
                : Fault<YamlMap>(item, $"{key} has to be a list of mappings"))
            .OfType<YamlMap>()];

    /// <summary>A fault for every key that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var key in node.Children.Keys.Where(key => !_read.Contains(key.ToString())))
        {
            Fault((int)key.Start.Line, $"{key} is not known here");
        }
    }

    public void Fault(int line, string reason) => faults.Add(new(file, line, reason));

    private T? Fault<T>(YamlNode at, string reason)
        where T : class
    {
        Fault((int)at.Start.Line, reason);
        return null;
    }

    private bool FaultFlag(string key, string text)
    {
        Fault(key, $"{key}: {text} is neither true nor false");
        return false;
    }

    private long? FaultNumber(string key, string text)
    {
        Fault(key, $"{key}: {text} is not a whole number");
        return null;
    }

    private IEnumerable<YamlNode> Items(string key) => Take(key) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence,
        var other => Fault<YamlNode[]>(other, $"{key} has to be a list") ?? [],
    };

    private YamlNode? Take(string key)
    {
        _read.Add(key);
        return Find(key);
    }

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
