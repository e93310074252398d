namespace AslTutorial.Web.Api;

/// <summary>A text in a gap, in a parameter or as the answer to a question.</summary>
internal sealed record WorkValue(string Cell, string Name, string Text);
