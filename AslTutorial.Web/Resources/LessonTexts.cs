namespace AslTutorial.Web.Resources;

/// <summary>Names the texts of cells, figures and the lesson's tools for IStringLocalizer.</summary>
public sealed class LessonTexts;
