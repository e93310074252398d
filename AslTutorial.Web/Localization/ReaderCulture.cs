using System.Globalization;

namespace AslTutorial.Web.Localization;

/// <summary>
/// The language of a circuit. A component must restore it before rendering in an event handler: an event raised by another connection
/// runs in that connection's language.
/// </summary>
internal readonly record struct ReaderCulture(CultureInfo Culture, CultureInfo UICulture)
{
    public static ReaderCulture Current => new(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    /// <summary>Holds for the rest of the calling method and what it calls.</summary>
    public void Enter()
    {
        CultureInfo.CurrentCulture = Culture;
        CultureInfo.CurrentUICulture = UICulture;
    }
}
