namespace AslTutorial.Training.Commands;

/// <summary>Prints a step's sentence at once, in order; Progress would print it some time later.</summary>
internal sealed class ConsoleProgress : IProgress<string>
{
    public void Report(string value) => Console.WriteLine(value);
}
