using AslTutorial.Lessons.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace AslTutorial.Lessons.Yaml;

/// <summary>Reads a YAML file as one map.</summary>
internal static class YamlFile
{
    private const int Deepest = 32;

    /// <returns>Null, and a fault in the log, where it is no map.</returns>
    public static YamlMap? Read(string file, string text, FaultLog faults)
    {
        try
        {
            if (Refusal(text) is { } refusal)
            {
                faults.Add(file, refusal.Line, refusal.Reason);
                return null;
            }

            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(reader);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlMap(root, file, faults);
            }

            faults.Add(file, null, "is not a list of keys with values");
        }
        catch (YamlException fault)
        {
            faults.Add(file, (int)fault.Start.Line, fault.InnerException?.Message ?? fault.Message);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // For some unclosed brackets YamlDotNet throws these instead, without a line.
            faults.Add(file, null, "a bracket or a quote is not closed");
        }

        return null;
    }

    // The event parser neither recurses nor follows anchors, so hostile nesting is found before the loader recurses over it.
    private static (int Line, string Reason)? Refusal(string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        var depth = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > Deepest)
            {
                return ((int)current.Start.Line, "is nested too deeply");
            }

            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                return ((int)current.Start.Line, "uses an anchor (&) or an alias (*), which lessons do without");
            }
        }

        return null;
    }
}
