namespace AslTutorial.Web.Resources;

/// <summary>Names the texts of the view into a net for IStringLocalizer; what begins with "Net." is for its script.</summary>
public sealed class InsideTexts;
