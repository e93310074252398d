namespace AslTutorial.Training.Service;

/// <summary>A line on standard output, at once and in order; the site that started the trainer puts it in its log.</summary>
internal sealed class ConsoleLog : IProgress<string>
{
    public void Report(string value) => Console.WriteLine(value);
}
