namespace AslTutorial.Web.Api;

/// <summary>What was typed in a gap, a parameter, or as the answer to a question.</summary>
internal sealed record WorkValue(string Cell, string Name, string Text);
