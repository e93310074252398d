namespace AslTutorial.Web.Components.Widgets.Shared;

/// <summary>A number in an interactive grid.</summary>
/// <param name="Text">The text shown in the cell.</param>
/// <param name="Links">Names separated by spaces; cells of the widget that share a name are highlighted together.</param>
/// <param name="Says">The explanation for the readout and for screen readers.</param>
/// <param name="Strength">From 0 to 1: the strength of the background's tint.</param>
/// <param name="Look">An additional CSS class.</param>
public sealed record GridCell(string Text, string Links, string Says, double Strength = 0, string? Look = null);
