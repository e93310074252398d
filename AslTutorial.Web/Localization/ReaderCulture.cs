using System.Globalization;

namespace AslTutorial.Web.Localization;

/// <summary>
/// The language of a circuit, to be put back where news from elsewhere are drawn: an event raised by another
/// connection runs the component in that connection's language.
/// </summary>
internal readonly record struct ReaderCulture(CultureInfo Culture, CultureInfo UICulture)
{
    public static ReaderCulture Current => new(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    /// <summary>For the rest of the calling method and what it calls.</summary>
    public void Enter()
    {
        CultureInfo.CurrentCulture = Culture;
        CultureInfo.CurrentUICulture = UICulture;
    }
}
