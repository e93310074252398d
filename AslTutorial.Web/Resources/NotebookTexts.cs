namespace AslTutorial.Web.Resources;

/// <summary>Names the sentences of notebooks (values, runs, restarts) for IStringLocalizer.</summary>
public sealed class NotebookTexts;
