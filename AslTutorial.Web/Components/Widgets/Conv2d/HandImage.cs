using AslTutorial.Web.Components.Home;

namespace AslTutorial.Web.Components.Widgets.Conv2d;

/// <summary>The drawn hand with pixels like the data set's: integers from 0 to 255.</summary>
internal static class HandImage
{
    public const int Side = DrawnHand.Side;

    public static IReadOnlyList<int> Pixels { get; } = Array.ConvertAll(DrawnHand.Pixels, p => (int)MathF.Round(p * 255));

    /// <summary>For the script: two hexadecimal digits a pixel.</summary>
    public static string Hex { get; } = Convert.ToHexStringLower([.. Pixels.Select(p => (byte)p)]);
}
