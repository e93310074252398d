namespace AslTutorial.Web.Resources;

/// <summary>Names the texts of steering a run, and of what its owner does with it, for IStringLocalizer.</summary>
public sealed class SteerTexts;
