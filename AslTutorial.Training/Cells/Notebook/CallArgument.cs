namespace AslTutorial.Training.Cells.Notebook;

/// <summary>What a learner wrote as an argument of a call.</summary>
/// <param name="Keyword">The keyword before "=", or null for none.</param>
internal sealed record CallArgument(string? Keyword, Operand Value)
{
    public string Source => Keyword is null ? Value.Source : $"{Keyword}={Value.Source}";

    /// <summary>What Python says when it reads the call, before it runs anything.</summary>
    /// <exception cref="PythonException">SyntaxError.</exception>
    public void CheckSyntax()
    {
        var fault = Keyword switch
        {
            null => "positional argument follows keyword argument",
            "batch_size" => "keyword argument repeated: batch_size",
            _ => null,
        };
        if (fault is not null)
        {
            throw new PythonException("SyntaxError", fault);
        }
    }
}
