namespace AslTutorial.Training.Cells.Notebook;

/// <summary>What a learner wrote as an argument of a call.</summary>
/// <param name="Keyword">The keyword before "=", or null for none.</param>
internal sealed record CallArgument(string? Keyword, Operand Value)
{
    public string Source => Keyword is null ? Value.Source : $"{Keyword}={Value.Source}";
}
