namespace AslTutorial.Web.Resources;

/// <summary>
/// Names the texts of layers at work on a photograph for IStringLocalizer; all are for the script: "All." for every widget, the others
/// begin with the widget's id.
/// </summary>
public sealed class PhotographTexts;
