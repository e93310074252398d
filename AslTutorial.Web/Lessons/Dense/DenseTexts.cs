namespace AslTutorial.Web.Lessons.Dense;

/// <summary>Names the texts of lesson 2's widget for IStringLocalizer.</summary>
public sealed class DenseTexts;
