namespace AslTutorial.Web.Resources;

/// <summary>Names the texts of the lesson's live widgets for IStringLocalizer.</summary>
public sealed class WidgetTexts;
