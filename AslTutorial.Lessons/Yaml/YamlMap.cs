using AslTutorial.Lessons.Files;
using YamlDotNet.RepresentationModel;

namespace AslTutorial.Lessons.Yaml;

/// <summary>A map of a YAML file, read key by key; what is missing or not understood goes into the log with its line.</summary>
internal sealed class YamlMap(YamlMappingNode node, string file, FaultLog faults)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string File => file;

    public int Line => LineOf(node);

    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public bool Has(string key) => Find(key) is not null;

    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value ?? "",
        var other => Misread<string>(other, $"'{key}' should be a text"),
    };

    public string RequiredText(string key)
    {
        var text = Text(key);
        if (string.IsNullOrWhiteSpace(text) && (text is not null || !Has(key)))
        {
            faults.Add(file, Line, $"'{key}' is missing");
        }

        return text ?? "";
    }

    public string RequiredId(string key)
    {
        var id = RequiredText(key);
        if (!string.IsNullOrWhiteSpace(id) && !PlainName.IsId(id))
        {
            faults.Add(file, LineAt(key), $"'{id}' is no id: {PlainName.OfIds}");
        }

        return id;
    }

    public int? Integer(string key) => Text(key) is not { } text ? null
        : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : Misread<int?>(Find(key)!, $"'{key}' should be a whole number");

    public YamlMap? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(map, file, faults),
        var other => Misread<YamlMap>(other, $"'{key}' should be a map"),
    };

    public IReadOnlyList<YamlMap> Maps(string key) => Items(key)
        .Select(item => item is YamlMappingNode map ? new YamlMap(map, file, faults) : Misread<YamlMap>(item, $"'{key}' should be a list of maps"))
        .OfType<YamlMap>()
        .ToList();

    public IReadOnlyList<string> Texts(string key) => Items(key)
        .Select(item => item is YamlScalarNode scalar ? scalar.Value : Misread<string>(item, $"'{key}' should be a list of texts"))
        .OfType<string>()
        .ToList();

    /// <summary>A text by language under a key.</summary>
    public LocalText? Local(string key)
    {
        if (Map(key) is not { } map)
        {
            return null;
        }

        var line = map.Line;
        return new LocalText(key, line, map.Keys.ToDictionary(language => language, map.RequiredText, StringComparer.Ordinal));
    }

    public LocalText RequiredLocal(string key)
    {
        if (!Has(key))
        {
            faults.Add(file, Line, $"'{key}' is missing");
        }

        return Local(key) ?? new LocalText(key, Line, LessonLanguages.All.ToDictionary(language => language, _ => ""));
    }

    /// <summary>A text by language whose languages stand among the other keys of this map.</summary>
    public LocalText LocalHere(string what) => new(
        what,
        Line,
        Keys.Where(LessonLanguages.All.Contains).ToDictionary(language => language, RequiredText, StringComparer.Ordinal));

    /// <summary>A misspelt key would be left out in silence.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_read.Contains(name))
            {
                faults.Add(file, LineOf(key), $"unknown key '{key}'");
            }
        }
    }

    /// <summary>One of an enum's names, written in small letters with hyphens; null, with a fault where there is another word.</summary>
    public T? Word<T>(string key)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>().Where(value => KebabCase.Of(value) == text))
        {
            return value;
        }

        return Misread<T?>(Find(key)!, $"'{text}' is no {key}; there are {string.Join(", ", Enum.GetValues<T>().Select(KebabCase.Of))}");
    }

    public bool Flag(string key) => Text(key) switch
    {
        null or "false" => false,
        "true" => true,
        _ => Misread<bool>(Find(key)!, $"'{key}' should be true or false"),
    };

    public IReadOnlyList<IReadOnlyList<string>> Groups(string key) => Items(key)
        .Select(item => item is YamlSequenceNode list ? list.Select(member => member.ToString()).ToList() : Misread<List<string>>(item, $"'{key}' should be a list of lists"))
        .OfType<List<string>>()
        .ToList();

    /// <summary>The line of a key's value; of the map where there is no such key.</summary>
    public int LineAt(string key) => LineOf(Find(key) ?? node);

    /// <summary>The lines of a list's items.</summary>
    public IReadOnlyList<int> LinesAt(string key) => Items(key).Select(LineOf).ToList();

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        YamlScalarNode { Value: null or "" } => [],
        var other => Misread<IEnumerable<YamlNode>>(other, $"'{key}' should be a list") ?? [],
    };

    private YamlNode? Find(string key)
    {
        _read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private T? Misread<T>(YamlNode at, string reason)
    {
        faults.Add(file, LineOf(at), reason);
        return default;
    }

    private static int LineOf(YamlNode at) => (int)at.Start.Line;
}
