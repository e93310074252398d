namespace AslTutorial.Training.Tests.Data;

/// <summary>Keeps what a load reports; unlike Progress, at once and in order.</summary>
internal sealed class Notes : IProgress<string>
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public void Report(string value) => _all.Add(value);
}
