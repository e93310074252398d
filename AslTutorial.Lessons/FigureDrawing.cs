namespace AslTutorial.Lessons;

/// <summary>One drawing of a figure.</summary>
/// <param name="Svg">Safe to show as it is.</param>
/// <param name="Width">Of its viewBox, in its own units; more than 0.</param>
/// <param name="Height">Likewise.</param>
public sealed record FigureDrawing(string Svg, double Width, double Height);
