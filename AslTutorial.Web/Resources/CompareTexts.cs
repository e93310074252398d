namespace AslTutorial.Web.Resources;

/// <summary>Names the sentences about runs laid over one another, and the chart's words for it, for IStringLocalizer.</summary>
public sealed class CompareTexts;
