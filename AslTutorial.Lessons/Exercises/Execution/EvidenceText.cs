using System.Text.RegularExpressions;

namespace AslTutorial.Lessons.Exercises.Execution;

/// <summary>A sentence with {facts} in it: what is said of a run has the numbers of that run, or is not said.</summary>
public static partial class EvidenceText
{
    /// <summary>The sentence, or null where the run did not come to one of its facts.</summary>
    public static string? Fill(string sentence, IReadOnlyDictionary<string, string> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return NamesIn(sentence).All(facts.ContainsKey) ? Fact().Replace(sentence, match => facts[match.Groups["name"].Value]) : null;
    }

    /// <summary>The facts that a sentence wants.</summary>
    public static IReadOnlyList<string> NamesIn(string sentence) => [.. Fact().Matches(sentence).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"\{(?<name>[A-Za-z0-9_.]{1,64})\}")]
    private static partial Regex Fact();
}
