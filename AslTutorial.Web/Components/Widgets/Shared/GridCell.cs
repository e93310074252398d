namespace AslTutorial.Web.Components.Widgets.Shared;

/// <summary>One number of a grid that can be pointed at.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Links">Names, separated by spaces; cells of the widget that share one belong together.</param>
/// <param name="Says">What the readout, and a screen reader, says of it.</param>
/// <param name="Strength">From 0 to 1: how strongly its ground is tinted.</param>
/// <param name="Look">A class of its own.</param>
public sealed record GridCell(string Text, string Links, string Says, double Strength = 0, string? Look = null);
