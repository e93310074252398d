namespace AslTutorial.Lessons.Answers;

/// <summary>The names that are known where a gap stands.</summary>
/// <param name="Values">Names of whole numbers, with their current values: IMG_WIDTH is 28.</param>
/// <param name="Objects">
/// Names of everything else: tables, loaders, functions. What is no name, as nn.ReLU(), is a phrase: written as a whole it is
/// taken for one name, whatever the blanks in it.
/// </param>
/// <param name="Words">Groups of words that say the same where a text is printed: Valid, Validation, 验证.</param>
public sealed record AnswerNames(
    IReadOnlyDictionary<string, long> Values,
    IReadOnlyCollection<string> Objects,
    IReadOnlyList<IReadOnlyList<string>> Words)
{
    public static AnswerNames None { get; } = new(new Dictionary<string, long>(), [], []);

    /// <summary>Whether Python finds something under the name, its own functions and types included.</summary>
    public bool Knows(string name) => Values.ContainsKey(name) || Objects.Contains(name) || PythonBuiltins.Contains(name);

    /// <summary>The phrase that a whole text is, or null.</summary>
    public string? FindPhrase(string text) => Objects.FirstOrDefault(name => !IsWord(name) && WithoutBlanks(name) == WithoutBlanks(text));

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

    /// <summary>The first of the words that say the same as these, else their letters.</summary>
    public string FirstWord(string words)
    {
        var letters = PlainText.Letters(words);
        var group = Words.FirstOrDefault(group => group.Any(word => PlainText.Letters(word) == letters));
        return group is null ? letters : PlainText.Letters(group[0]);
    }

    private static bool IsWord(string name) => name.All(sign => sign == '_' || char.IsLetterOrDigit(sign));

    private static string WithoutBlanks(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
}
