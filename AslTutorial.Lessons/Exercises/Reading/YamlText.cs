using AslTutorial.Lessons.Content;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>A YAML file as a tree that knows its lines, so that a fault can name one.</summary>
internal static class YamlText
{
    // What these files need, and a tree is walked recursively.
    private const int MaxDepth = 20;

    /// <summary>The file's mapping, or null and a fault.</summary>
    public static YamlMap? Load(string file, string text, ICollection<LessonContentException> faults)
    {
        try
        {
            if (FindDepth(text) is { } line)
            {
                faults.Add(new(file, line, $"nested more than {MaxDepth} deep"));
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new(file, root, faults);
            }

            faults.Add(new(file, 1, "one mapping is expected: `id: ...` and so on"));
        }
        catch (YamlException exception)
        {
            faults.Add(new(file, (int)exception.Start.Line, exception.InnerException?.Message ?? exception.Message, exception));
        }
        catch (InvalidOperationException exception)
        {
            // What the scanner throws at some unclosed brackets, without a line.
            faults.Add(new(file, null, "a bracket or a quote is not closed", exception));
        }

        return null;
    }

    /// <summary>The line on which the nesting gets too deep, or null.</summary>
    private static int? FindDepth(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth)
            {
                return (int)parser.Current.Start.Line;
            }
        }

        return null;
    }
}
