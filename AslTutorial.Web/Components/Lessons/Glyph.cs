using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Lessons;

/// <summary>
/// MudBlazor's icons as markup text. A lesson has some 280 of them, and as text each is one render frame instead of a component, on the
/// server and again in the circuit.
/// </summary>
internal static class Glyph
{
    private static readonly ConcurrentDictionary<(string Icon, string? Css), MarkupString> Made = new();

    /// <summary>The markup that MudIcon renders for a small icon.</summary>
    /// <param name="icon">One of MudBlazor's constants; there are few, so each result is cached.</param>
    /// <param name="css">An additional class.</param>
    public static MarkupString Small(string icon, string? css = null) => Made.GetOrAdd((icon, css), static key => new(
        $"<svg class=\"mud-icon-root mud-svg-icon mud-icon-size-small{(key.Css is null ? "" : $" {key.Css}")}\" focusable=\"false\" "
        + $"viewBox=\"0 0 24 24\" aria-hidden=\"true\" role=\"img\">{key.Icon}</svg>"));
}
