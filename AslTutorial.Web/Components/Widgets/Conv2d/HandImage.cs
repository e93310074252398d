using AslTutorial.Web.Components.Home;

namespace AslTutorial.Web.Components.Widgets.Conv2d;

/// <summary>The hand that the site draws itself, with pixels as the data set has them: whole numbers from 0 to 255.</summary>
internal static class HandImage
{
    public const int Side = DrawnHand.Side;

    public static IReadOnlyList<int> Pixels { get; } = Array.ConvertAll(DrawnHand.Pixels, p => (int)MathF.Round(p * 255));

    /// <summary>Two hexadecimal digits a pixel, for the script.</summary>
    public static string Hex { get; } = Convert.ToHexStringLower([.. Pixels.Select(p => (byte)p)]);
}
