namespace AslTutorial.Lessons.Answers;

/// <summary>The names that are known where a gap stands.</summary>
/// <param name="Values">Names of whole numbers, with their current values: IMG_WIDTH is 28.</param>
/// <param name="Objects">Names of everything else: tables, loaders, functions.</param>
public sealed record AnswerNames(IReadOnlyDictionary<string, long> Values, IReadOnlyCollection<string> Objects)
{
    public static AnswerNames None { get; } = new(new Dictionary<string, long>(), []);

    public bool Knows(string name) => Values.ContainsKey(name) || Objects.Contains(name);

    /// <summary>The same names, some with another value: that of a parameter which the learner has changed.</summary>
    public AnswerNames With(IReadOnlyDictionary<string, long> current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var values = new Dictionary<string, long>(Values);
        foreach (var (name, value) in current)
        {
            values[name] = value;
        }

        return this with { Values = values };
    }
}
