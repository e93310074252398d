namespace AslTutorial.Training.Cells.Notebook;

/// <summary>The names that are known where a learner's value is used, as Python would find them.</summary>
/// <param name="Values">Names with a value.</param>
/// <param name="Unbound">Local variables that have no value yet.</param>
/// <param name="Objects">Names of things a gap cannot hold, such as a table.</param>
internal sealed record PythonNames(
    IReadOnlyDictionary<string, long> Values,
    IReadOnlyCollection<string> Unbound,
    IReadOnlyCollection<string> Objects)
{
    public static PythonNames None { get; } = new(new Dictionary<string, long>(), [], []);
}
