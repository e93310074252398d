namespace AslTutorial.Lessons;

/// <summary>A figure in the lesson's language.</summary>
/// <param name="Id">Unique in the lesson.</param>
/// <param name="Wide">For a column of 600 px and more.</param>
/// <param name="Narrow">For less.</param>
/// <param name="Steps">How many steps its motion has, shown one at a time on request; 0 for a still figure.</param>
/// <param name="CaptionHtml">Safe to show as it is.</param>
/// <param name="AltText">What it shows, in a few words.</param>
/// <param name="Description">The same in full, for those who cannot see it.</param>
public sealed record LessonFigure(
    string Id, FigureDrawing Wide, FigureDrawing Narrow, int Steps, string CaptionHtml, string AltText, string Description);

/// <summary>One drawing of a figure.</summary>
/// <param name="Svg">Safe to show as it is.</param>
/// <param name="Width">Of its viewBox, in its own units; more than 0.</param>
/// <param name="Height">Likewise.</param>
public sealed record FigureDrawing(string Svg, double Width, double Height);
