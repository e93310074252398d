namespace AslTutorial.Training.Commands;

/// <summary>Prints a step's sentence at once, in order; Progress would print it some time later.</summary>
/// <param name="writer">Standard output without it; standard error where the output is for a program.</param>
internal sealed class ConsoleProgress(TextWriter? writer = null) : IProgress<string>
{
    public void Report(string value) => (writer ?? Console.Out).WriteLine(value);
}
