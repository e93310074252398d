using System.Globalization;

namespace AslTutorial.Web.Components.Widgets.Shared;

/// <summary>Numbers in the style of formulas, the same in both languages: a decimal point and a real minus sign.</summary>
internal static class Numerals
{
    private const char Minus = '−';

    /// <summary>At most so many decimals, no trailing zeros.</summary>
    public static string Short(double value, int decimals = 2)
    {
        var text = Math.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text.Replace('-', Minus);
    }

    /// <summary>Exactly so many decimals, so that changing numbers keep their width.</summary>
    public static string Fixed(double value, int decimals = 2)
    {
        var text = Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAnyInRange('1', '9') ? text.Replace('-', Minus) : text.TrimStart('-');
    }

    /// <summary>For attributes that a script or a style sheet reads.</summary>
    public static string Raw(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
