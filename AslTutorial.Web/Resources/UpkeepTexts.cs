namespace AslTutorial.Web.Resources;

/// <summary>Names the texts that tell learners what the site does when something of it is not well, for IStringLocalizer.</summary>
public sealed class UpkeepTexts;
