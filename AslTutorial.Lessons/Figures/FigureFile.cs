using System.Xml;
using System.Xml.Linq;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Sources;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Figures;

/// <summary>An SVG file: refused unless harmless, then given its words in a language.</summary>
internal sealed class FigureFile
{
    private const string TextKey = "data-text";
    private const string StepKey = "data-step";
    private const string AltKey = "alt";
    private const string DescriptionKey = "description";

    private readonly XElement _svg;
    private readonly ViewBox _box;

    private FigureFile(string name, XElement svg, ViewBox box)
    {
        Name = name;
        _svg = svg;
        _box = box;
    }

    /// <summary>For the faults.</summary>
    public string Name { get; }

    public IEnumerable<string> Ids => _svg.DescendantsAndSelf().Attributes("id").Select(id => id.Value);

    public IEnumerable<string> WordKeys => Texts.Select(text => text.Key).Where(key => key is not AltKey and not DescriptionKey).Distinct();

    public int Steps => _svg.Descendants().Attributes(StepKey).Select(step => step.Value).Distinct().Count();

    private IEnumerable<(XElement Element, string Key)> Texts =>
        _svg.DescendantsAndSelf().Where(e => e.Attribute(TextKey) is not null).Select(e => (e, e.Attribute(TextKey)!.Value));

    /// <returns>Null, and faults in the log, where it may not be shown.</returns>
    public static FigureFile? Read(string name, string text, string figure, FaultLog faults)
    {
        XElement svg;
        try
        {
            // Comments and instructions end elsewhere in HTML than in XML, so they could smuggle markup into the page.
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            svg = XElement.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            foreach (var data in svg.DescendantNodes().OfType<XCData>().ToList())
            {
                data.ReplaceWith(new XText(data.Value));
            }
        }
        catch (XmlException fault)
        {
            faults.Add(name, fault.LineNumber, fault.Message);
            return null;
        }

        var harms = SvgPolicy.Faults(svg, figure).Select(fault => new LessonFault(name, fault.Line, fault.Reason)).ToList();
        harms.ForEach(faults.Add);
        return harms.Count == 0 && ViewBox.Of(svg) is { } box ? new FigureFile(name, svg, box) : null;
    }

    /// <summary>The file's SVG with the figure's words in a language.</summary>
    public FigureDrawing In(string language, FigureSource figure)
    {
        var copy = new FigureFile(Name, new XElement(_svg), _box);
        foreach (var (element, key) in copy.Texts)
        {
            element.Value = Word(figure, key)?.In(language) ?? "";
        }

        copy._svg.SetAttributeValue("role", "img");
        return new FigureDrawing(copy._svg.ToString(SaveOptions.DisableFormatting), _box.Width, _box.Height);
    }

    private static LocalText? Word(FigureSource figure, string key) => key switch
    {
        AltKey => figure.Alt,
        DescriptionKey => figure.Description,
        _ => figure.Words.GetValueOrDefault(key),
    };
}
