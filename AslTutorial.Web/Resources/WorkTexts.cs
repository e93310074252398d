namespace AslTutorial.Web.Resources;

/// <summary>Names the texts of leaving a computer and deleting one's work for IStringLocalizer.</summary>
public sealed class WorkTexts;
