using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace AslTutorial.Lessons.Figures;

/// <summary>What a figure may contain: shapes and words. No script, no style sheet, nothing from elsewhere.</summary>
internal static partial class SvgPolicy
{
    private const int Deepest = 32;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly FrozenSet<string> Elements = new[]
    {
        "svg", "g", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
        "defs", "marker", "linearGradient", "radialGradient", "stop", "clipPath", "pattern",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<(int? Line, string Reason)> Faults(XElement svg, string figure)
    {
        if (svg.Name != Svg + "svg")
        {
            yield return (LineOf(svg), "is no SVG: its outermost element has to be <svg xmlns=\"http://www.w3.org/2000/svg\">");
            yield break;
        }

        if (!svg.Elements(Svg + "title").Any(e => (string?)e.Attribute("data-text") == "alt"))
        {
            yield return (LineOf(svg), "has no <title data-text=\"alt\">: the text alternative");
        }

        if (ViewBox.Of(svg) is null)
        {
            yield return (LineOf(svg), "needs a viewBox of four numbers, the last two its width and height: the room it takes");
        }

        foreach (var element in svg.DescendantsAndSelf())
        {
            if (element.Ancestors().Count() > Deepest)
            {
                yield return (LineOf(element), "is nested too deeply");
                yield break;
            }

            if (element.Name.Namespace != Svg || !Elements.Contains(element.Name.LocalName))
            {
                yield return (LineOf(element), $"<{element.Name.LocalName}> may not stand in a figure");
            }

            // Inside <title> and <desc> browsers parse HTML, not SVG.
            if (element.Parent is { Name.LocalName: "title" or "desc" } words)
            {
                yield return (LineOf(element), $"<{words.Name.LocalName}> holds words alone, and no <{element.Name.LocalName}>");
            }

            foreach (var attribute in element.Attributes())
            {
                if (Refusal(attribute, figure) is { } reason)
                {
                    yield return (LineOf(element), reason);
                }
            }
        }
    }

    private static string? Refusal(XAttribute attribute, string figure)
    {
        var name = attribute.Name.LocalName;
        return attribute.IsNamespaceDeclaration
            ? attribute.Value == Svg ? null : $"the namespace '{attribute.Value}' may not stand in a figure"
            : attribute.Name.Namespace != XNamespace.None ? $"attribute '{name}' of another namespace may not stand in a figure"
            : name.StartsWith("on", StringComparison.OrdinalIgnoreCase) ? $"event attribute '{name}' may not stand in a figure"
            : name is "href" or "style" or "class" ? $"attribute '{name}' may not stand in a figure"
            : name == "id" && !attribute.Value.StartsWith($"fig-{figure}-", StringComparison.Ordinal)
                ? $"the id '{attribute.Value}' should begin with 'fig-{figure}-', to be unique in the page"
            // CSS escapes could hide a forbidden word: u\72l( is url(.
            : attribute.Value.Contains('\\') ? $"attribute '{name}' may not have a \\ in it"
            : Loads().IsMatch(attribute.Value.Replace($"url(#fig-{figure}-", "", StringComparison.Ordinal))
                ? $"attribute '{name}' refers to something outside the figure"
            : null;
    }

    // The CSS functions that load something from an address.
    [GeneratedRegex(@"(?:url|src|image|image-set|cross-fade)\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loads();

    private static int? LineOf(XElement element) => ((IXmlLineInfo)element).HasLineInfo() ? ((IXmlLineInfo)element).LineNumber : null;
}
