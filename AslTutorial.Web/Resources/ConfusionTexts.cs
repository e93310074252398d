namespace AslTutorial.Web.Resources;

/// <summary>Names the sentences of the confusion matrix, its images and the reader's note on them for IStringLocalizer.</summary>
public sealed class ConfusionTexts;
