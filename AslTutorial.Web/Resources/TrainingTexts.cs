namespace AslTutorial.Web.Resources;

/// <summary>Names the texts of the training panel for IStringLocalizer.</summary>
public sealed class TrainingTexts;
