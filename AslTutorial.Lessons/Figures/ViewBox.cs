using System.Globalization;
using System.Xml.Linq;

namespace AslTutorial.Lessons.Figures;

/// <summary>The measures of an SVG: the room it takes is kept free before it is drawn.</summary>
internal readonly record struct ViewBox(double Width, double Height)
{
    /// <returns>Null where the attribute is missing or not four numbers of which the last two are more than 0.</returns>
    public static ViewBox? Of(XElement svg)
    {
        var parts = ((string?)svg.Attribute("viewBox") ?? "").Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new List<double>();
        foreach (var part in parts)
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers is [_, _, > 0 and var width, > 0 and var height] ? new(width, height) : null;
    }
}
