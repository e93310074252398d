namespace AslTutorial.Web.Resources;

/// <summary>Names the texts of what is refused, and of how long work is kept, for IStringLocalizer.</summary>
public sealed class AdmissionTexts;
