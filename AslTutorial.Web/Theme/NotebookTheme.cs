using MudBlazor;

namespace AslTutorial.Web.Theme;

/// <summary>
/// The theme of MudBlazor's components, with the same colours as wwwroot/css/tokens.css; a test compares the two.
/// </summary>
internal static class NotebookTheme
{
    private const string Sans = "var(--font-sans)";

    public static MudTheme Light { get; } = Build(":root");

    /// <summary>
    /// Both palettes are in every page, and an attribute of the root element selects one. So the theme is right at the first paint, although
    /// the server does not know the reader's system.
    /// </summary>
    public static MudTheme Dark { get; } = Build(":root[data-theme='dark']");

    private static MudTheme Build(string scope) => new()
    {
        PseudoCss = new PseudoCss { Scope = scope },
        PaletteLight = NotebookPalette.Light,
        PaletteDark = NotebookPalette.Dark,
        Shadows = NotebookShadows.AlmostNone,
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", AppbarHeight = "52px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = [Sans], FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = [Sans], FontSize = "1.875rem", FontWeight = "600", LineHeight = "1.25", LetterSpacing = "-0.01em" },
            H2 = new H2Typography { FontFamily = [Sans], FontSize = "1.4375rem", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "-0.005em" },
            H3 = new H3Typography { FontFamily = [Sans], FontSize = "1.1875rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H4 = new H4Typography { FontFamily = [Sans], FontSize = "1.0625rem", FontWeight = "600", LineHeight = "1.45", LetterSpacing = "normal" },
            H5 = new H5Typography { FontFamily = [Sans], FontSize = "1rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = [Sans], FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = [Sans], FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = [Sans], FontSize = "0.9375rem", LineHeight = "1.55", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = [Sans], FontSize = "1rem", FontWeight = "600", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = [Sans], FontSize = "0.9375rem", FontWeight = "600", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = [Sans], FontSize = "0.8125rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Overline = new OverlineTypography { FontFamily = [Sans], FontSize = "0.8125rem", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
            Button = new ButtonTypography { FontFamily = [Sans], FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
        },
    };
}
