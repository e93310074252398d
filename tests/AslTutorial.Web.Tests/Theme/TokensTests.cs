using System.Globalization;
using System.Text.RegularExpressions;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Theme;
using MudBlazor;
using MudBlazor.Utilities;

namespace AslTutorial.Web.Tests.Theme;

/// <summary>The colours in tokens.css: the same as MudBlazor's, and readable.</summary>
public sealed partial class TokensTests
{
    private const double AaText = 4.5;
    private const double AaMark = 3;

    private static readonly string[] Texts = ["ink", "muted", "accent", "accent-strong", "train", "valid-ink", "right", "wrong", "stale", "positive", "negative"];
    private static readonly string[] Grounds = ["paper", "raised", "sunken"];

    public static TheoryData<bool> Modes => [false, true];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Tokens_AndPalette_SameColours(bool dark)
    {
        var css = Read(dark);
        Palette palette = dark ? NotebookPalette.Dark : NotebookPalette.Light;
        var pairs = new (string Token, MudColor Colour)[]
        {
            ("paper", palette.Background), ("raised", palette.Surface), ("sunken", palette.BackgroundGray), ("ink", palette.TextPrimary),
            ("muted", palette.TextSecondary), ("line", palette.LinesDefault), ("accent", palette.Primary), ("on-accent", palette.PrimaryContrastText),
            ("train", palette.Secondary), ("valid-ink", palette.Tertiary), ("right", palette.Success), ("wrong", palette.Error), ("stale", palette.Warning),
        };
        foreach (var (token, colour) in pairs)
        {
            css[token].Equals(colour.ToString(MudColorOutputFormats.Hex), StringComparison.OrdinalIgnoreCase).ShouldBeTrue($"{token} is {css[token]}, not {colour}");
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Tokens_Text_PassesAaOnEveryGround(bool dark)
    {
        var css = Read(dark);
        foreach (var text in Texts)
        {
            foreach (var ground in Grounds)
            {
                Contrast(css[text], css[ground]).ShouldBeGreaterThanOrEqualTo(AaText, $"{text} on {ground}");
            }
        }

        Contrast(css["on-accent"], css["accent"]).ShouldBeGreaterThanOrEqualTo(AaText);
        Contrast(css["on-accent"], css["accent-strong"]).ShouldBeGreaterThanOrEqualTo(AaText);
        Contrast(css["train"], css["train-soft"]).ShouldBeGreaterThanOrEqualTo(AaText);
        Contrast(css["valid-ink"], css["valid-soft"]).ShouldBeGreaterThanOrEqualTo(AaText);
        Contrast(css["valid"], css["paper"]).ShouldBeGreaterThanOrEqualTo(AaMark);
        Contrast(css["line-strong"], css["paper"]).ShouldBeGreaterThanOrEqualTo(AaMark);
    }

    private static Dictionary<string, string> Read(bool dark)
    {
        var root = Repository.Root;
        var css = File.ReadAllText(Path.Combine(root, "wwwroot", "css", "tokens.css"));
        var start = css.IndexOf(dark ? ":root[data-theme=\"dark\"] {" : ":root {", StringComparison.Ordinal);
        return Token().Matches(css[start..css.IndexOf('}', start)]).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string a, string b)
    {
        var (one, other) = (Luminance(a), Luminance(b));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();
}
